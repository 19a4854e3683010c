-- What the population register tells beside name and address, and whether it said that nothing may be told.
alter table people.person
  add column birth_date date,
  -- County and municipality, two digits each.
  add column municipality_code text check (municipality_code ~ '^[0-9]{4}$'),
  add column facts_from text check (facts_from in ('login', 'population-register')),
  -- Outlives the session: when the register can't be asked, who was protected before still is.
  add column protected_identity boolean not null default false;

-- Until now facts came from the login, and were left out for nobody but people with protected identity.
update people.person set facts_from = case when fetched_at is not null then 'login' end, protected_identity = fetched_at is null;

alter table people.person add constraint nothing_of_the_protected check (
  not protected_identity or (given_name is null and surname is null and address is null and fetched_at is null
    and birth_date is null and municipality_code is null and facts_from is null));

-- A guardian's own number is what their children are looked up by, in the guardian's own transaction. It is sealed under the municipality's key.
grant select (tenant_id, person_id, scheme, number_sealed) on people.identity to handslag_citizen;
create policy own on people.identity to handslag_citizen
  using (tenant_id = platform.tenant() and person_id = platform.person());
