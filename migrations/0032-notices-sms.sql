-- Notices by SMS: nobody gets any until they have asked for them.
alter table people.person add column notices_by_sms boolean not null default false;
grant update (notices_by_sms) on people.person to handslag_citizen;

alter table notices.notice
  drop constraint notice_channel_check,
  add constraint notice_channel check (channel in ('my-pages', 'email', 'sms'));
