create schema messages;
grant usage on schema messages to handslag_citizen, handslag_staff, handslag_system;

create table messages.message (
  tenant_id uuid not null,
  case_id uuid not null,
  message_id uuid not null,
  sender text not null check (sender in ('citizen', 'staff')),
  person_id uuid,
  staff_id uuid,
  on_behalf_of uuid,
  -- The writer's name as readers saw it then; null when it must not be shown.
  sender_name text,
  text text not null,
  sent_at timestamptz not null,
  primary key (tenant_id, case_id, message_id),
  foreign key (tenant_id, case_id) references cases.case,
  foreign key (tenant_id, person_id) references people.person,
  foreign key (tenant_id, staff_id) references identity.staff_member,
  check ((sender = 'citizen') = (person_id is not null)),
  check ((sender = 'staff') = (staff_id is not null))
);

create table messages.attachment (
  tenant_id uuid not null,
  case_id uuid not null,
  message_id uuid not null,
  file_id uuid not null,
  name text not null,
  media_type text not null,
  size bigint not null,
  sha256 bytea not null,
  wrapped_key bytea not null,
  primary key (tenant_id, case_id, message_id, file_id),
  foreign key (tenant_id, case_id, message_id) references messages.message,
  foreign key (tenant_id, file_id) references files.file
);
create index message_attachment_of_file on messages.attachment (tenant_id, file_id);

-- Until when a reader (person or staff member) has read a case's messages.
create table messages.read_mark (
  tenant_id uuid not null,
  case_id uuid not null,
  reader_id uuid not null,
  read_until timestamptz not null,
  primary key (tenant_id, case_id, reader_id),
  foreign key (tenant_id, case_id) references cases.case
);
create index read_mark_of_reader on messages.read_mark (tenant_id, reader_id);

alter table messages.message enable row level security, force row level security;
alter table messages.attachment enable row level security, force row level security;
alter table messages.read_mark enable row level security, force row level security;
grant select, insert on messages.message, messages.attachment to handslag_citizen, handslag_staff;
grant select on messages.message, messages.attachment to handslag_system;
grant select, insert, update on messages.read_mark to handslag_citizen, handslag_staff;

create policy party on messages.message to handslag_citizen
  using (tenant_id = platform.tenant() and exists (select from cases.case_party p
    where p.tenant_id = message.tenant_id and p.case_id = message.case_id and p.until is null))
  with check (tenant_id = platform.tenant() and person_id = platform.person() and exists (select from cases.case_party p
    where p.tenant_id = message.tenant_id and p.case_id = message.case_id and p.until is null));
create policy tenant on messages.message to handslag_staff, handslag_system using (tenant_id = platform.tenant());
create policy party on messages.attachment to handslag_citizen
  using (tenant_id = platform.tenant() and exists (select from cases.case_party p
    where p.tenant_id = attachment.tenant_id and p.case_id = attachment.case_id and p.until is null));
create policy tenant on messages.attachment to handslag_staff, handslag_system using (tenant_id = platform.tenant());
create policy own on messages.read_mark to handslag_citizen
  using (tenant_id = platform.tenant() and reader_id = platform.person());
create policy own_staff on messages.read_mark to handslag_staff
  using (tenant_id = platform.tenant() and reader_id = platform.staff());
