create schema files;
grant usage on schema files to handslag_citizen, handslag_staff, handslag_visitor, handslag_system;

-- An encrypted file in the blob store. What it is called, and its key, stand with whoever owns it.
create table files.file (
  tenant_id uuid not null references tenants.tenant,
  file_id uuid not null,
  blob text not null,
  -- Bytes of the plain text.
  size bigint not null check (size >= 0),
  created_at timestamptz not null,
  primary key (tenant_id, file_id),
  unique (tenant_id, blob)
);
create index file_age on files.file (tenant_id, created_at);
alter table files.file enable row level security, force row level security;
grant select, insert on files.file to handslag_citizen, handslag_staff, handslag_visitor;
grant select, insert, delete on files.file to handslag_system;
create policy tenant on files.file to handslag_citizen, handslag_staff, handslag_visitor, handslag_system
  using (tenant_id = platform.tenant());
