-- Those who are to sign are told where the applicant said, until they have logged in and can be told where they have said themselves.
alter table notices.notice
  drop constraint notice_recipient_kind_check,
  add constraint notice_recipient_kind check (recipient_kind in ('person', 'staff', 'case', 'party'));
