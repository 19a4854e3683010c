create schema audit;
grant usage on schema audit to handslag_system;

-- Who did what, and who read what. Written with the data; nobody has the right to change or delete it.
create table audit.entry (
  tenant_id uuid not null references tenants.tenant,
  entry_id uuid not null,
  at timestamptz not null,
  actor_kind text not null,
  actor_id text,
  on_behalf_of uuid,
  action text not null,
  subject text not null,
  request_id text not null,
  data jsonb not null,
  primary key (tenant_id, entry_id)
);
create index entry_of_subject on audit.entry (tenant_id, subject, at);
alter table audit.entry enable row level security, force row level security;
grant select, insert on audit.entry to handslag_system;
create policy tenant on audit.entry to handslag_system using (tenant_id = platform.tenant());
