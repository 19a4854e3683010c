-- The register should have been asked at the login, and couldn't: nothing is kept of the person, and what they send is protected, until it says
-- that they are not (B1.4: fails closed). Somebody who was known to be protected stays protected instead.
alter table people.person
  add column unchecked boolean not null default false,
  drop constraint nothing_of_the_protected,
  add constraint nothing_of_the_protected check (
    not (protected_identity or unchecked) or (given_name is null and surname is null and address is null and fetched_at is null
      and birth_date is null and municipality_code is null and facts_from is null)),
  add constraint protected_or_unchecked check (not (protected_identity and unchecked));
create index person_unchecked on people.person (tenant_id) where unchecked;

create or replace function cases.has_protected_party(tenant uuid, id uuid) returns boolean language sql stable
  return exists (select from cases.case_party p join people.person x on x.tenant_id = p.tenant_id and x.person_id = p.person_id
    where p.tenant_id = tenant and p.case_id = id and p.until is null and (x.protected_identity or x.unchecked));

-- As before; and when the register has said that somebody is not protected, the cases that they sent meanwhile are as others, with their name.
-- Whoever can't be asked about any more has their earlier cases left as they are: nothing new is known of them.
create or replace function cases.follow_protection() returns trigger language plpgsql as $$
begin
  if new.protected_identity then
    update identity.session set protected_identity = true
    where tenant_id = new.tenant_id and person_id = new.person_id and not protected_identity;
  end if;
  update cases.case c
  set protected = cases.has_protected_party(c.tenant_id, c.case_id),
    applicant = case
      when cases.has_protected_party(c.tenant_id, c.case_id) then null
      when c.protected and old.unchecked then nullif(concat_ws(' ', new.given_name, new.surname), '')
      else c.applicant end
  where c.tenant_id = new.tenant_id and exists (select from cases.case_party p
    where p.tenant_id = c.tenant_id and p.case_id = c.case_id and p.person_id = new.person_id and p.until is null);
  return null;
end $$;
drop trigger follow_protection on people.person;
create trigger follow_protection after update of protected_identity, unchecked on people.person
  for each row when (old.protected_identity is distinct from new.protected_identity or (old.unchecked and not new.unchecked))
  execute function cases.follow_protection();
