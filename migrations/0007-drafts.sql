-- The private space (eget utrymme): only the person who writes may read. Staff have no right in either schema's content.
create schema drafts;
create schema private_space;
grant usage on schema drafts, private_space to handslag_citizen, handslag_visitor, handslag_system;

create table drafts.draft (
  tenant_id uuid not null references tenants.tenant,
  draft_id uuid not null,
  person_id uuid,
  -- SHA-256 of a visitor's cookie, in hexadecimal.
  visitor_id text,
  service_id uuid not null,
  version_id uuid not null,
  -- The case that this draft supplements; null for a new application.
  case_id uuid,
  step text not null,
  revision integer not null default 0,
  state text not null check (state in ('open', 'sealed', 'sent')),
  created_at timestamptz not null,
  changed_at timestamptz not null,
  expires_at timestamptz not null,
  warned_at timestamptz,
  primary key (tenant_id, draft_id),
  foreign key (tenant_id, person_id) references people.person,
  foreign key (tenant_id, service_id) references catalogue.service,
  foreign key (tenant_id, version_id) references catalogue.service_version,
  check (num_nonnulls(person_id, visitor_id) = 1)
);
create index draft_of_person on drafts.draft (tenant_id, person_id, changed_at);
create index draft_of_visitor on drafts.draft (tenant_id, visitor_id);
create index draft_expiry on drafts.draft (tenant_id, expires_at);
-- A case is supplemented in one draft at a time.
create unique index draft_of_case on drafts.draft (tenant_id, case_id) where state = 'open';
alter table drafts.draft enable row level security, force row level security;
grant select, insert, update, delete on drafts.draft to handslag_citizen, handslag_visitor, handslag_system;
create policy own on drafts.draft to handslag_citizen
  using (tenant_id = platform.tenant() and person_id = platform.person());
create policy own_visit on drafts.draft to handslag_visitor
  using (tenant_id = platform.tenant() and visitor_id = platform.visitor());
-- Metadata alone: expiry, notices, and the claim of a visitor's draft at login.
create policy tenant on drafts.draft to handslag_system using (tenant_id = platform.tenant());

create table private_space.key (
  tenant_id uuid not null,
  draft_id uuid not null,
  -- The draft's key, wrapped by the municipality's.
  wrapped bytea not null,
  primary key (tenant_id, draft_id),
  foreign key (tenant_id, draft_id) references drafts.draft on delete cascade
);
create table private_space.content (
  tenant_id uuid not null,
  draft_id uuid not null,
  sealed bytea not null,
  primary key (tenant_id, draft_id),
  foreign key (tenant_id, draft_id) references drafts.draft on delete cascade
);
create table private_space.file (
  tenant_id uuid not null,
  draft_id uuid not null,
  file_id uuid not null,
  -- Name, type, checksum and the file's own key, encrypted under the draft's key.
  sealed bytea not null,
  primary key (tenant_id, draft_id, file_id),
  foreign key (tenant_id, draft_id) references drafts.draft on delete cascade,
  foreign key (tenant_id, file_id) references files.file
);
create index private_file_of_file on private_space.file (tenant_id, file_id);

alter table private_space.key enable row level security, force row level security;
alter table private_space.content enable row level security, force row level security;
alter table private_space.file enable row level security, force row level security;
grant select, insert, update, delete on private_space.key, private_space.content, private_space.file
  to handslag_citizen, handslag_visitor;
-- The system deletes what has expired; it can't read it.
grant delete, select (tenant_id, draft_id) on private_space.key, private_space.content to handslag_system;
grant delete, select (tenant_id, draft_id, file_id) on private_space.file to handslag_system;
create policy own on private_space.key to handslag_citizen, handslag_visitor using (tenant_id = platform.tenant()
  and exists (select from drafts.draft d where d.tenant_id = key.tenant_id and d.draft_id = key.draft_id));
create policy own on private_space.content to handslag_citizen, handslag_visitor using (tenant_id = platform.tenant()
  and exists (select from drafts.draft d where d.tenant_id = content.tenant_id and d.draft_id = content.draft_id));
create policy own on private_space.file to handslag_citizen, handslag_visitor using (tenant_id = platform.tenant()
  and exists (select from drafts.draft d where d.tenant_id = file.tenant_id and d.draft_id = file.draft_id));
create policy tenant on private_space.key to handslag_system using (tenant_id = platform.tenant());
create policy tenant on private_space.content to handslag_system using (tenant_id = platform.tenant());
create policy tenant on private_space.file to handslag_system using (tenant_id = platform.tenant());
