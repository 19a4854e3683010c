create schema identity;
grant usage on schema identity to handslag_staff, handslag_system;

-- A login on its way: created here, finished when the identity provider has sent the person back. Used once.
create table identity.login (
  tenant_id uuid not null references tenants.tenant,
  login_id uuid not null,
  area text not null check (area in ('citizen', 'staff')),
  state text not null check (state in ('created', 'started', 'done', 'failed', 'cancelled')),
  -- SHA-256 of the cookie that binds the login to the browser that began it.
  browser_hash bytea not null,
  -- SHA-256 of OpenID Connect's state parameter.
  state_hash bytea,
  -- Nonce and code verifier, encrypted.
  secrets_sealed bytea,
  return_to text,
  wish jsonb,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (tenant_id, login_id),
  unique (tenant_id, state_hash)
);
create index login_of_browser on identity.login (tenant_id, browser_hash);
create index login_expiry on identity.login (tenant_id, expires_at);
alter table identity.login enable row level security, force row level security;
grant select, insert, update, delete on identity.login to handslag_system;
create policy tenant on identity.login to handslag_system using (tenant_id = platform.tenant());

create table identity.staff_member (
  tenant_id uuid not null references tenants.tenant,
  staff_id uuid not null,
  issuer text not null,
  subject text not null,
  name text not null,
  email text,
  groups text[] not null,
  rights text[] not null,
  seen_at timestamptz not null,
  primary key (tenant_id, staff_id),
  unique (tenant_id, issuer, subject)
);
alter table identity.staff_member enable row level security, force row level security;
grant select (tenant_id, staff_id, name, groups) on identity.staff_member to handslag_staff;
grant select, insert, update on identity.staff_member to handslag_system;
create policy tenant on identity.staff_member to handslag_staff, handslag_system using (tenant_id = platform.tenant());

create table identity.session (
  tenant_id uuid not null references tenants.tenant,
  -- SHA-256 of the 256-bit reference in the cookie.
  token_hash bytea not null,
  session_id uuid not null,
  area text not null check (area in ('citizen', 'staff')),
  person_id uuid,
  staff_id uuid,
  protected_identity boolean not null default false,
  level_of_assurance text not null,
  created_at timestamptz not null,
  idle_ends_at timestamptz not null,
  ends_at timestamptz not null,
  ended_at timestamptz,
  primary key (tenant_id, token_hash),
  foreign key (tenant_id, person_id) references people.person,
  foreign key (tenant_id, staff_id) references identity.staff_member,
  check ((area = 'citizen') = (person_id is not null)),
  check ((area = 'staff') = (staff_id is not null))
);
create index session_of_person on identity.session (tenant_id, person_id);
create index session_of_staff on identity.session (tenant_id, staff_id);
create index session_expiry on identity.session (tenant_id, ends_at);
alter table identity.session enable row level security, force row level security;
grant select, insert, update, delete on identity.session to handslag_system;
create policy tenant on identity.session to handslag_system using (tenant_id = platform.tenant());

-- What somebody sent after their session had ended: kept, encrypted, until the same person has logged in again.
create table identity.interrupted_post (
  tenant_id uuid not null,
  post_id uuid not null,
  person_id uuid not null,
  sealed bytea not null,
  expires_at timestamptz not null,
  primary key (tenant_id, post_id),
  foreign key (tenant_id, person_id) references people.person
);
create index interrupted_post_expiry on identity.interrupted_post (tenant_id, expires_at);
create index interrupted_post_of_person on identity.interrupted_post (tenant_id, person_id);
alter table identity.interrupted_post enable row level security, force row level security;
grant select, insert, delete on identity.interrupted_post to handslag_system;
create policy tenant on identity.interrupted_post to handslag_system using (tenant_id = platform.tenant());
