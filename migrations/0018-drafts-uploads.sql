-- Files on their way into a draft over a line that may be cut: each piece that has arrived is a blob of its own, until all have. Blobs that are
-- left behind belong to no file, and are swept by their age.
create table private_space.upload (
  tenant_id uuid not null,
  draft_id uuid not null,
  upload_id uuid not null,
  -- Bytes in all, and how many have arrived.
  length bigint not null check (length > 0),
  received bigint not null default 0 check (received between 0 and length),
  state text not null default 'receiving' check (state in ('receiving', 'finishing', 'done')),
  -- Step, question and name, encrypted under the draft's key.
  sealed bytea not null,
  created_at timestamptz not null,
  primary key (tenant_id, draft_id, upload_id),
  foreign key (tenant_id, draft_id) references drafts.draft on delete cascade
);
create table private_space.upload_part (
  tenant_id uuid not null,
  draft_id uuid not null,
  upload_id uuid not null,
  starts_at bigint not null check (starts_at >= 0),
  blob text not null,
  -- The part's own key, encrypted under the draft's.
  sealed bytea not null,
  primary key (tenant_id, draft_id, upload_id, starts_at),
  foreign key (tenant_id, draft_id, upload_id) references private_space.upload on delete cascade
);

alter table private_space.upload enable row level security, force row level security;
alter table private_space.upload_part enable row level security, force row level security;
grant select, insert, update, delete on private_space.upload, private_space.upload_part to handslag_citizen, handslag_visitor;
grant delete, select (tenant_id, draft_id) on private_space.upload, private_space.upload_part to handslag_system;
create policy own on private_space.upload to handslag_citizen, handslag_visitor using (tenant_id = platform.tenant()
  and exists (select from drafts.draft d where d.tenant_id = upload.tenant_id and d.draft_id = upload.draft_id));
create policy own on private_space.upload_part to handslag_citizen, handslag_visitor using (tenant_id = platform.tenant()
  and exists (select from drafts.draft d where d.tenant_id = upload_part.tenant_id and d.draft_id = upload_part.draft_id));
create policy tenant on private_space.upload to handslag_system using (tenant_id = platform.tenant());
create policy tenant on private_space.upload_part to handslag_system using (tenant_id = platform.tenant());
