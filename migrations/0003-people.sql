create schema people;
grant usage on schema people to handslag_citizen, handslag_system;

create table people.person (
  tenant_id uuid not null references tenants.tenant,
  person_id uuid not null,
  -- Name and address as fetched at the latest login; null for a person with protected identity, whose data is never stored.
  given_name text,
  surname text,
  address jsonb,
  fetched_at timestamptz,
  email text,
  phone text,
  language text,
  notices_by_email boolean not null default true,
  created_at timestamptz not null,
  primary key (tenant_id, person_id)
);
alter table people.person enable row level security, force row level security;
grant select, update (email, phone, language, notices_by_email) on people.person to handslag_citizen;
grant select, insert, update on people.person to handslag_system;
create policy own on people.person to handslag_citizen
  using (tenant_id = platform.tenant() and person_id = platform.person());
create policy tenant on people.person to handslag_system using (tenant_id = platform.tenant());

create table people.identity (
  tenant_id uuid not null,
  scheme text not null check (scheme in ('swedish-number', 'prid')),
  -- HMAC under the municipality's key: finds a person without the number being readable.
  number_hmac bytea not null,
  number_sealed bytea not null,
  person_id uuid not null,
  linked_at timestamptz not null,
  primary key (tenant_id, scheme, number_hmac),
  foreign key (tenant_id, person_id) references people.person
);
create index identity_of_person on people.identity (tenant_id, person_id);
alter table people.identity enable row level security, force row level security;
grant select, insert on people.identity to handslag_system;
create policy tenant on people.identity to handslag_system using (tenant_id = platform.tenant());
