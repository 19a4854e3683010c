create schema tenants;
grant usage on schema tenants to handslag_citizen, handslag_staff, handslag_visitor, handslag_system;

create table tenants.tenant (
  tenant_id uuid primary key,
  short_name text not null check (short_name ~ '^[a-z][a-z0-9-]*$'),
  settings jsonb not null,
  changed_at timestamptz not null
);
alter table tenants.tenant enable row level security, force row level security;
grant select on tenants.tenant to handslag_citizen, handslag_staff, handslag_visitor;
grant select, insert, update on tenants.tenant to handslag_system;
create policy own on tenants.tenant to handslag_citizen, handslag_staff, handslag_visitor
  using (tenant_id = platform.tenant());
-- One of the two look-ups that must see all municipalities: the fan-out of recurring jobs.
create policy all_tenants on tenants.tenant to handslag_system using (true) with check (true);

create table tenants.host (
  tenant_id uuid not null references tenants.tenant,
  host text not null check (host = lower(host)),
  -- The first is the one that letters link to.
  position integer not null,
  primary key (tenant_id, host)
);
-- A host leads to one municipality: the only unique constraint of the installation as a whole.
create unique index host_of_installation on tenants.host (host);
alter table tenants.host enable row level security, force row level security;
grant select, insert, delete on tenants.host to handslag_system;
-- The other look-up that must see all municipalities: which one a request's host is.
create policy all_tenants on tenants.host to handslag_system using (true) with check (true);
