create schema documents;
grant usage on schema documents to handslag_citizen, handslag_staff, handslag_visitor, handslag_system;

-- The copy as PDF of what was sent in.
create table documents.submission_copy (
  tenant_id uuid not null,
  draft_id uuid not null,
  case_id uuid not null,
  file_id uuid not null,
  sha256 bytea not null,
  wrapped_key bytea not null,
  created_at timestamptz not null,
  primary key (tenant_id, draft_id),
  foreign key (tenant_id, draft_id) references cases.submission,
  foreign key (tenant_id, case_id) references cases.case,
  foreign key (tenant_id, file_id) references files.file
);
create index submission_copy_of_case on documents.submission_copy (tenant_id, case_id);
create index submission_copy_of_file on documents.submission_copy (tenant_id, file_id);
alter table documents.submission_copy enable row level security, force row level security;
grant select on documents.submission_copy to handslag_citizen, handslag_staff, handslag_visitor;
grant select, insert on documents.submission_copy to handslag_system;
create policy party on documents.submission_copy to handslag_citizen, handslag_visitor
  using (tenant_id = platform.tenant() and exists (select from cases.case_party p
    where p.tenant_id = submission_copy.tenant_id and p.case_id = submission_copy.case_id and p.until is null));
create policy tenant on documents.submission_copy to handslag_staff, handslag_system using (tenant_id = platform.tenant());
