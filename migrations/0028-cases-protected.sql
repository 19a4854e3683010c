-- A case with a party whose identity is protected (B1.4; OSL 22:1) is for staff with the right to it alone, and tells nobody's name.
alter table cases.case add column protected boolean not null default false;

create function cases.has_protected_party(tenant uuid, id uuid) returns boolean language sql stable
  return exists (select from cases.case_party p join people.person x on x.tenant_id = p.tenant_id and x.person_id = p.person_id
    where p.tenant_id = tenant and p.case_id = id and p.until is null and x.protected_identity);

update cases.case set protected = true, applicant = null where cases.has_protected_party(tenant_id, case_id);

alter table cases.case add constraint no_name_of_the_protected check (not protected or applicant is null);

-- The lists read whether a case is protected from the index, too: they still cost what they show and not what there is.
drop index cases.case_of_group, cases.case_of_group_changed, cases.case_of_service, cases.case_of_service_changed,
  cases.case_assigned, cases.case_assigned_changed, cases.case_unassigned, cases.case_unassigned_changed;
create index case_of_group on cases.case (tenant_id, group_name, status_kind, received_at, case_id) include (protected);
create index case_of_group_changed on cases.case (tenant_id, group_name, status_kind, changed_at, case_id) include (protected);
create index case_of_service on cases.case (tenant_id, service_id, group_name, status_kind, received_at, case_id) include (protected);
create index case_of_service_changed on cases.case (tenant_id, service_id, group_name, status_kind, changed_at, case_id)
  include (protected);
create index case_assigned on cases.case (tenant_id, assigned_to, status_kind, received_at, case_id, group_name, service_id)
  include (protected) where assigned_to is not null;
create index case_assigned_changed on cases.case (tenant_id, assigned_to, status_kind, changed_at, case_id, group_name, service_id)
  include (protected) where assigned_to is not null;
create index case_unassigned on cases.case (tenant_id, group_name, status_kind, received_at, case_id, service_id)
  include (protected) where assigned_to is null;
create index case_unassigned_changed on cases.case (tenant_id, group_name, status_kind, changed_at, case_id, service_id)
  include (protected) where assigned_to is null;
-- Those that nobody may read are counted, so that an administrator hears of them.
create index case_protected on cases.case (tenant_id, group_name) where protected;

-- Whoever tells the database that a person is protected (role `system`: a login, or a look-up when something is sent) has told it of their open
-- sessions and their cases, too. A session stays protected until it ends; a case until none of its parties is.
create function cases.follow_protection() returns trigger language plpgsql as $$
begin
  if new.protected_identity then
    update identity.session set protected_identity = true
    where tenant_id = new.tenant_id and person_id = new.person_id and not protected_identity;
  end if;
  update cases.case c
  set protected = cases.has_protected_party(c.tenant_id, c.case_id),
    applicant = case when not cases.has_protected_party(c.tenant_id, c.case_id) then c.applicant end
  where c.tenant_id = new.tenant_id and exists (select from cases.case_party p
    where p.tenant_id = c.tenant_id and p.case_id = c.case_id and p.person_id = new.person_id and p.until is null);
  return null;
end $$;
create trigger follow_protection after update of protected_identity on people.person
  for each row when (old.protected_identity is distinct from new.protected_identity) execute function cases.follow_protection();

-- A case is given to colleagues who may see it, and an administrator hears of groups in which there is none.
grant select (rights, seen_at) on identity.staff_member to handslag_staff;
