create schema catalogue;
grant usage on schema catalogue to handslag_citizen, handslag_staff, handslag_visitor, handslag_system, handslag_search;

-- The areas that the catalogue is divided in, as data of each municipality.
create table catalogue.category (
  tenant_id uuid not null references tenants.tenant,
  name text not null check (name ~ '^[a-z][a-z0-9-]*$'),
  -- In every language.
  title jsonb not null,
  primary key (tenant_id, name)
);
alter table catalogue.category enable row level security, force row level security;
grant select on catalogue.category to handslag_citizen, handslag_staff, handslag_visitor;
grant select, insert, update on catalogue.category to handslag_system;
create policy tenant on catalogue.category to handslag_citizen, handslag_staff, handslag_visitor, handslag_system
  using (tenant_id = platform.tenant());

create table catalogue.service (
  tenant_id uuid not null references tenants.tenant,
  service_id uuid not null,
  short_name text not null check (short_name ~ '^[a-z][a-z0-9-]*$'),
  kind text not null check (kind in ('electronic', 'paper-form', 'external')),
  category text not null,
  -- Title, summary, login and icon as the lists show them, in every language.
  listing jsonb not null,
  -- For the search, in small letters without accents: the titles, and titles, keywords and synonyms, in every language.
  search_title text not null,
  search_text text not null,
  current_version_id uuid,
  submissions bigint not null default 0,
  primary key (tenant_id, service_id),
  unique (tenant_id, short_name),
  foreign key (tenant_id, category) references catalogue.category
);
create index service_of_category on catalogue.service (tenant_id, category);
alter table catalogue.service enable row level security, force row level security;
grant select on catalogue.service to handslag_citizen, handslag_staff, handslag_visitor, handslag_search;
grant select, insert, update on catalogue.service to handslag_system;
create policy tenant on catalogue.service to handslag_citizen, handslag_staff, handslag_visitor, handslag_system
  using (tenant_id = platform.tenant());

-- Immutable once published: nobody has the right to update it.
create table catalogue.service_version (
  tenant_id uuid not null,
  version_id uuid not null,
  service_id uuid not null,
  number integer not null check (number > 0),
  schema_version integer not null,
  definition jsonb not null,
  digest bytea not null,
  published_at timestamptz not null,
  primary key (tenant_id, version_id),
  unique (tenant_id, service_id, number),
  foreign key (tenant_id, service_id) references catalogue.service
);
alter table catalogue.service add foreign key (tenant_id, current_version_id) references catalogue.service_version;
alter table catalogue.service_version enable row level security, force row level security;
grant select on catalogue.service_version to handslag_citizen, handslag_staff, handslag_visitor;
grant select, insert on catalogue.service_version to handslag_system;
create policy tenant on catalogue.service_version to handslag_citizen, handslag_staff, handslag_visitor, handslag_system
  using (tenant_id = platform.tenant());
