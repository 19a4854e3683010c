create schema notices;
grant usage on schema notices to handslag_citizen, handslag_system;

-- The outbox: one row for each event, recipient and channel, written with the event.
create table notices.notice (
  tenant_id uuid not null references tenants.tenant,
  event_id uuid not null,
  -- `person` and `staff` by id; `case` is the address given in a case sent without login.
  recipient_kind text not null check (recipient_kind in ('person', 'staff', 'case')),
  recipient_id uuid not null,
  channel text not null check (channel in ('my-pages', 'email')),
  kind text not null,
  -- The case or draft that it is about.
  subject_id uuid not null,
  data jsonb not null,
  -- `no-address`: none is known; `unwanted`: the recipient has chosen not to get any.
  state text not null check (state in ('waiting', 'sent', 'undeliverable', 'no-address', 'unwanted')),
  attempts integer not null default 0,
  -- When a waiting one is to be tried next; while somebody tries, when that attempt counts as dead.
  due_at timestamptz not null,
  created_at timestamptz not null,
  sent_at timestamptz,
  read_at timestamptz,
  primary key (tenant_id, event_id, recipient_id, channel)
);
create index notice_of_recipient on notices.notice (tenant_id, recipient_id, created_at desc) where channel = 'my-pages';
create index notice_waiting on notices.notice (tenant_id, due_at) where state = 'waiting';
create index notice_unread on notices.notice (tenant_id, recipient_id) where channel = 'my-pages' and read_at is null;
alter table notices.notice enable row level security, force row level security;
grant select, update (read_at) on notices.notice to handslag_citizen;
grant select, insert, update on notices.notice to handslag_system;
create policy own on notices.notice to handslag_citizen
  using (tenant_id = platform.tenant() and recipient_kind = 'person' and recipient_id = platform.person() and channel = 'my-pages');
create policy tenant on notices.notice to handslag_system using (tenant_id = platform.tenant());
