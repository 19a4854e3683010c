create schema organisations;
grant usage on schema organisations to handslag_citizen, handslag_visitor, handslag_system;

-- "Mina organisationer": what a person has written down of organisations they act for. Each person sees their own alone.
create table organisations.organisation (
  tenant_id uuid not null references tenants.tenant,
  organisation_id uuid not null,
  person_id uuid not null,
  -- A sole trader's number is a personal number, so every number is kept as those are; null for an association that has none.
  number_hmac bytea,
  number_sealed bytea,
  name text not null,
  legal_form text check (legal_form in ('aktiebolag', 'handelsbolag', 'ekonomisk-forening', 'ideell-forening', 'stiftelse', 'enskild-firma', 'annan')),
  address jsonb,
  role text,
  email text,
  phone text,
  -- Whether anybody but the person says so: the company register knows number and name, or a mandate has been seen.
  verification text not null check (verification in ('self-declared', 'register-confirmed', 'mandate')),
  checked_at timestamptz,
  created_at timestamptz not null,
  primary key (tenant_id, organisation_id),
  foreign key (tenant_id, person_id) references people.person,
  check (num_nonnulls(number_hmac, number_sealed) in (0, 2)),
  check ((verification = 'self-declared') = (checked_at is null))
);
create index organisation_of_person on organisations.organisation (tenant_id, person_id, name);
-- One number can hold several firms; the same one twice is a mistake.
create unique index organisation_once on organisations.organisation (tenant_id, person_id, number_hmac, name);
alter table organisations.organisation enable row level security, force row level security;
grant select, insert, delete on organisations.organisation to handslag_citizen;
grant update (number_hmac, number_sealed, name, legal_form, address, role, email, phone, verification, checked_at)
  on organisations.organisation to handslag_citizen;
create policy own on organisations.organisation to handslag_citizen
  using (tenant_id = platform.tenant() and person_id = platform.person());

-- What the company register answered somebody who fills in a form: it may be shown to them, and sent, as fetched.
create table organisations.look_up (
  tenant_id uuid not null references tenants.tenant,
  look_up_id uuid not null,
  person_id uuid,
  -- SHA-256 of a visitor's cookie, in hexadecimal.
  visitor_id text,
  number_hmac bytea not null,
  -- Number and answer.
  sealed bytea not null,
  asked_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (tenant_id, look_up_id),
  foreign key (tenant_id, person_id) references people.person,
  check (num_nonnulls(person_id, visitor_id) = 1)
);
create unique index look_up_of_person on organisations.look_up (tenant_id, person_id, number_hmac);
create unique index look_up_of_visitor on organisations.look_up (tenant_id, visitor_id, number_hmac);
create index look_up_expiry on organisations.look_up (tenant_id, expires_at);
alter table organisations.look_up enable row level security, force row level security;
grant select, insert, delete on organisations.look_up to handslag_citizen, handslag_visitor;
grant delete, select (tenant_id, expires_at) on organisations.look_up to handslag_system;
create policy own on organisations.look_up to handslag_citizen
  using (tenant_id = platform.tenant() and person_id = platform.person());
create policy own_visit on organisations.look_up to handslag_visitor
  using (tenant_id = platform.tenant() and visitor_id = platform.visitor());
create policy tenant on organisations.look_up to handslag_system using (tenant_id = platform.tenant());
