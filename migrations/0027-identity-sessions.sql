-- What people are told of their own sessions, when they last showed who they are, and what a staff member's provider is asked again by.
alter table identity.session
  -- The municipality's name for the way in.
  add column method text,
  -- Browser and system in words as coarse as "Firefox/Windows"; never what the browser calls itself.
  add column browser text check (browser ~ '^[A-Za-z]+/[A-Za-z]+$'),
  -- When they last showed who they are: at login, or once more since.
  add column identified_at timestamptz,
  -- Staff: the provider's refresh token, encrypted; null where the provider gives none.
  add column refresh_sealed bytea,
  -- Staff: when the provider last said that they are still who and what they were.
  add column confirmed_at timestamptz,
  -- Staff: no process asks the provider before; moved on by the one that does.
  add column ask_after timestamptz;

update identity.session set
  method = case area when 'citizen' then 'region' else 'medarbetare' end,
  identified_at = created_at,
  -- Nobody can ask the provider about a session that was opened before: it lasts an hour.
  ends_at = case area when 'citizen' then ends_at else least(ends_at, created_at + interval '60 minutes') end;

alter table identity.session
  alter column method set not null,
  alter column identified_at set not null,
  add constraint session_refresh check (
    (refresh_sealed is null) = (ask_after is null) and (refresh_sealed is null) = (confirmed_at is null)
    and (refresh_sealed is null or area = 'staff'));
create index session_to_ask on identity.session (tenant_id, ask_after) where ask_after is not null;
create unique index session_by_id on identity.session (tenant_id, session_id);

-- Staff write long texts, too. And what is typed is kept while somebody shows once more who they are.
alter table identity.interrupted_post
  alter column person_id drop not null,
  add column staff_id uuid,
  add constraint interrupted_post_staff foreign key (tenant_id, staff_id) references identity.staff_member,
  add constraint interrupted_post_owner check ((person_id is null) <> (staff_id is null));
create index interrupted_post_of_staff on identity.interrupted_post (tenant_id, staff_id);
