-- A service that somebody has closed by hand: since when, and until when (null: until further notice). Its definition says when it is open else.
alter table catalogue.service
  add column closed_since timestamptz,
  add column closed_until timestamptz,
  add check (closed_until is null or closed_until > closed_since);
-- Which staff may, the command says.
grant update (closed_since, closed_until) on catalogue.service to handslag_staff;

-- When the latest reminder that the service closes was due: each is sent once, and those of a later closing again.
alter table drafts.draft add column closing_told timestamptz;
