-- What kind of service a version is, so that others can refer to versions of one kind alone. It follows from the definition, which never changes.
alter table catalogue.service_version
  add column kind text not null generated always as (definition ->> 'kind') stored,
  add unique (tenant_id, version_id, kind);

-- What is written on a form on paper is printed and signed by hand. It can't be sent, and it supplements no case.
alter table drafts.draft
  add column kind text not null default 'electronic' check (kind in ('electronic', 'paper-form')),
  drop constraint draft_tenant_id_version_id_fkey,
  add foreign key (tenant_id, version_id, kind) references catalogue.service_version (tenant_id, version_id, kind),
  add check (kind = 'electronic' or (state = 'open' and case_id is null));

-- Only an e-service is answered by a submission, so that no case can come of a form on paper.
alter table cases.submission
  add column version_kind text not null default 'electronic' check (version_kind = 'electronic'),
  drop constraint submission_tenant_id_version_id_fkey,
  add foreign key (tenant_id, version_id, version_kind)
    references catalogue.service_version (tenant_id, version_id, kind);

-- What has been printed of a form on paper that was filled in on screen: which version, when, in which language, on how many pages. Not what
-- was written, nor by whom.
create table documents.printed_form (
  tenant_id uuid not null references tenants.tenant,
  -- Printed on each page: seven random characters and one that checks them.
  code text not null check (code ~ '^[2-9A-HJKMNP-Z]{8}$'),
  version_id uuid not null,
  language text not null,
  -- HMAC-SHA-256 of version, language and answers under the municipality's key: the same print has the same code, and nobody who reads this
  -- row can try out what was written.
  digest bytea not null,
  pages integer not null check (pages > 0),
  printed_at timestamptz not null,
  primary key (tenant_id, code),
  unique (tenant_id, digest),
  foreign key (tenant_id, version_id) references catalogue.service_version
);
alter table documents.printed_form enable row level security, force row level security;
-- The program asks by code or digest; a reader of the catalogue learns nothing of anybody here.
grant select, insert on documents.printed_form to handslag_citizen, handslag_visitor;
grant select on documents.printed_form to handslag_staff;
create policy tenant on documents.printed_form to handslag_citizen, handslag_staff, handslag_visitor
  using (tenant_id = platform.tenant());

-- A service's own files, to read or print. Everybody may, as everybody may read the catalogue; a file is never replaced by another one.
create table catalogue.own_file (
  tenant_id uuid not null references tenants.tenant,
  -- Begins with the file's checksum and ends with its name.
  address text not null,
  name text not null,
  sha256 bytea not null,
  media_type text not null,
  size bigint not null check (size > 0),
  file_id uuid not null,
  -- The file's own key, wrapped by the municipality's.
  wrapped_key bytea not null,
  primary key (tenant_id, address),
  foreign key (tenant_id, file_id) references files.file
);
create index own_file_of_file on catalogue.own_file (tenant_id, file_id);
alter table catalogue.own_file enable row level security, force row level security;
grant select on catalogue.own_file to handslag_citizen, handslag_staff, handslag_visitor;
grant select, insert on catalogue.own_file to handslag_system;
create policy tenant on catalogue.own_file to handslag_citizen, handslag_staff, handslag_visitor, handslag_system
  using (tenant_id = platform.tenant());

create or replace function files.delete_unreferenced(before timestamptz, most integer)
  returns table (blob text, thumbnail text) language sql as $$
  delete from files.file f
  where f.tenant_id = platform.tenant() and f.file_id in (
    select c.file_id from files.file c
    where c.tenant_id = platform.tenant() and c.created_at < before
      and not exists (select from private_space.file p where p.tenant_id = c.tenant_id and p.file_id = c.file_id)
      and not exists (select from cases.attachment a where a.tenant_id = c.tenant_id and a.file_id = c.file_id)
      and not exists (select from messages.attachment m where m.tenant_id = c.tenant_id and m.file_id = c.file_id)
      and not exists (select from documents.submission_copy d where d.tenant_id = c.tenant_id and d.file_id = c.file_id)
      and not exists (select from catalogue.own_file o where o.tenant_id = c.tenant_id and o.file_id = c.file_id)
    order by c.created_at limit most)
  returning f.blob, f.thumbnail
$$;
