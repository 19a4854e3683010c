create schema cases;
grant usage on schema cases to handslag_citizen, handslag_staff, handslag_visitor, handslag_system;

create table cases.case (
  tenant_id uuid not null references tenants.tenant,
  case_id uuid not null,
  number text not null,
  service_id uuid not null,
  version_id uuid not null,
  -- Short name of the staff group that handles the case.
  group_name text not null,
  status text not null,
  status_kind text not null check (status_kind in
    ('received', 'in-progress', 'waiting-for-citizen', 'supplemented', 'decided', 'closed', 'withdrawn')),
  assigned_to uuid,
  -- The case worker's name as the citizen may see it; null when nobody has taken the case or the service doesn't show it.
  worker_shown text,
  -- A case sent in without login can't be supplemented on Mina sidor.
  anonymous boolean not null,
  -- The applicant's name as it stood at the latest submission; null when unknown or protected.
  applicant text,
  supplement_text text,
  supplement_until date,
  received_at timestamptz not null,
  changed_at timestamptz not null,
  latest_event text not null,
  -- Raised by each change, so that two case workers never overwrite each other unseen.
  version integer not null default 1,
  primary key (tenant_id, case_id),
  unique (tenant_id, number),
  foreign key (tenant_id, service_id) references catalogue.service,
  foreign key (tenant_id, version_id) references catalogue.service_version,
  foreign key (tenant_id, assigned_to) references identity.staff_member
);
-- The case worker's lists. Each is read as a few ranges, one for each group (or worker) and kind of status, newest first, a page's worth of
-- each: so a page costs the same whether the range holds a hundred cases or a million. `service_id` at the end filters within the index.
create index case_of_group on cases.case (tenant_id, group_name, status_kind, received_at, case_id);
create index case_of_group_changed on cases.case (tenant_id, group_name, status_kind, changed_at, case_id);
create index case_of_service on cases.case (tenant_id, service_id, group_name, status_kind, received_at, case_id);
create index case_of_service_changed on cases.case (tenant_id, service_id, group_name, status_kind, changed_at, case_id);
create index case_assigned on cases.case (tenant_id, assigned_to, status_kind, received_at, case_id, group_name, service_id)
  where assigned_to is not null;
create index case_assigned_changed on cases.case (tenant_id, assigned_to, status_kind, changed_at, case_id, group_name, service_id)
  where assigned_to is not null;
create index case_unassigned on cases.case (tenant_id, group_name, status_kind, received_at, case_id, service_id)
  where assigned_to is null;
create index case_unassigned_changed on cases.case (tenant_id, group_name, status_kind, changed_at, case_id, service_id)
  where assigned_to is null;

create table cases.case_party (
  tenant_id uuid not null,
  case_id uuid not null,
  party_id uuid not null,
  kind text not null check (kind in ('person', 'organisation', 'visitor')),
  role text not null check (role in ('owner', 'co-applicant', 'signer', 'representative')),
  person_id uuid,
  visitor_id text,
  since timestamptz not null,
  until timestamptz,
  primary key (tenant_id, case_id, party_id),
  foreign key (tenant_id, case_id) references cases.case,
  foreign key (tenant_id, person_id) references people.person,
  check ((kind = 'person') = (person_id is not null)),
  check ((kind = 'visitor') = (visitor_id is not null))
);
create index party_of_person on cases.case_party (tenant_id, person_id, case_id) where until is null;
create index party_of_visitor on cases.case_party (tenant_id, visitor_id, case_id) where until is null;

-- Answers as sent. One draft becomes at most one submission, for ever: the draft's id is the key.
create table cases.submission (
  tenant_id uuid not null,
  draft_id uuid not null,
  case_id uuid not null,
  sequence integer not null check (sequence > 0),
  version_id uuid not null,
  schema_version integer not null,
  answers jsonb not null,
  -- SHA-256 of the canonical JSON of the answers.
  digest bytea not null,
  source text not null check (source in ('citizen', 'staff', 'paper', 'import')),
  actor_kind text not null,
  actor_id text,
  on_behalf_of uuid,
  received_at timestamptz not null,
  primary key (tenant_id, draft_id),
  unique (tenant_id, case_id, sequence),
  foreign key (tenant_id, case_id) references cases.case,
  foreign key (tenant_id, version_id) references catalogue.service_version
);

create table cases.attachment (
  tenant_id uuid not null,
  case_id uuid not null,
  draft_id uuid not null,
  file_id uuid not null,
  question_id text not null,
  name text not null,
  media_type text not null,
  size bigint not null,
  sha256 bytea not null,
  -- The file's own key, wrapped by the municipality's.
  wrapped_key bytea not null,
  primary key (tenant_id, case_id, draft_id, file_id),
  foreign key (tenant_id, draft_id) references cases.submission,
  foreign key (tenant_id, case_id) references cases.case,
  foreign key (tenant_id, file_id) references files.file
);
create index attachment_of_file on cases.attachment (tenant_id, file_id);
create index attachment_of_submission on cases.attachment (tenant_id, draft_id);

-- What has happened in a case: its history.
create table cases.event (
  tenant_id uuid not null,
  case_id uuid not null,
  event_id uuid not null,
  type text not null,
  at timestamptz not null,
  actor_kind text not null,
  actor_id text,
  on_behalf_of uuid,
  for_citizen boolean not null,
  data jsonb not null,
  primary key (tenant_id, case_id, event_id),
  foreign key (tenant_id, case_id) references cases.case
);

-- Numbers without gaps: the last one given in each series and year.
create table cases.number_series (
  tenant_id uuid not null references tenants.tenant,
  series text not null,
  year integer not null,
  last integer not null,
  primary key (tenant_id, series, year)
);

-- Leads somebody not logged in to their number and time: SHA-256 of the reference in the address.
create table cases.receipt (
  tenant_id uuid not null,
  reference_hash bytea not null,
  case_id uuid not null,
  expires_at timestamptz not null,
  primary key (tenant_id, reference_hash),
  foreign key (tenant_id, case_id) references cases.case
);
create index receipt_of_case on cases.receipt (tenant_id, case_id);

alter table cases.case enable row level security, force row level security;
alter table cases.case_party enable row level security, force row level security;
alter table cases.submission enable row level security, force row level security;
alter table cases.attachment enable row level security, force row level security;
alter table cases.event enable row level security, force row level security;
alter table cases.number_series enable row level security, force row level security;
alter table cases.receipt enable row level security, force row level security;

grant select, insert on cases.case to handslag_citizen, handslag_visitor;
grant update (status, status_kind, applicant, supplement_text, supplement_until, changed_at, latest_event, version, version_id)
  on cases.case to handslag_citizen;
grant select, update on cases.case to handslag_staff, handslag_system;
grant select, insert on cases.case_party to handslag_citizen, handslag_visitor;
grant select on cases.case_party to handslag_staff, handslag_system;
grant select, insert on cases.submission, cases.attachment to handslag_citizen, handslag_visitor;
grant select on cases.submission, cases.attachment to handslag_staff, handslag_system;
grant select, insert on cases.event to handslag_citizen, handslag_visitor, handslag_staff, handslag_system;
grant select, insert, update on cases.number_series to handslag_citizen, handslag_visitor;
grant select, insert on cases.receipt to handslag_visitor;
grant select, delete on cases.receipt to handslag_system;

-- A citizen reaches a case as one of its parties. What a staff group may see stands in the query, as policy.
create policy own on cases.case_party to handslag_citizen
  using (tenant_id = platform.tenant() and person_id = platform.person());
create policy own_visit on cases.case_party to handslag_visitor
  using (tenant_id = platform.tenant() and visitor_id = platform.visitor());
create policy tenant on cases.case_party to handslag_staff, handslag_system using (tenant_id = platform.tenant());

create policy party on cases.case to handslag_citizen, handslag_visitor
  using (tenant_id = platform.tenant() and exists (select from cases.case_party p
    where p.tenant_id = "case".tenant_id and p.case_id = "case".case_id and p.until is null))
  with check (tenant_id = platform.tenant());
create policy tenant on cases.case to handslag_staff, handslag_system using (tenant_id = platform.tenant());

create policy party on cases.submission to handslag_citizen, handslag_visitor
  using (tenant_id = platform.tenant() and exists (select from cases.case_party p
    where p.tenant_id = submission.tenant_id and p.case_id = submission.case_id and p.until is null))
  -- Sent by whoever wrote it: the draft is visible to nobody else.
  with check (tenant_id = platform.tenant() and exists (select from drafts.draft d
    where d.tenant_id = submission.tenant_id and d.draft_id = submission.draft_id)
    and exists (select from cases.case_party p
    where p.tenant_id = submission.tenant_id and p.case_id = submission.case_id and p.until is null));
create policy tenant on cases.submission to handslag_staff, handslag_system using (tenant_id = platform.tenant());

create policy party on cases.attachment to handslag_citizen, handslag_visitor
  using (tenant_id = platform.tenant() and exists (select from cases.case_party p
    where p.tenant_id = attachment.tenant_id and p.case_id = attachment.case_id and p.until is null));
create policy tenant on cases.attachment to handslag_staff, handslag_system using (tenant_id = platform.tenant());

create policy party on cases.event to handslag_citizen, handslag_visitor
  using (tenant_id = platform.tenant() and for_citizen and exists (select from cases.case_party p
    where p.tenant_id = event.tenant_id and p.case_id = event.case_id and p.until is null));
create policy tenant on cases.event to handslag_staff, handslag_system using (tenant_id = platform.tenant());

create policy tenant on cases.number_series to handslag_citizen, handslag_visitor using (tenant_id = platform.tenant());
create policy tenant on cases.receipt to handslag_visitor, handslag_system using (tenant_id = platform.tenant());

alter table drafts.draft add foreign key (tenant_id, case_id) references cases.case;
