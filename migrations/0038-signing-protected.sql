-- Those who sign together read each other's names and what the applicant answered. When one of them becomes protected (B1.4; OSL 22:1) nobody
-- reads any of it any more, as if the applicant had begun to change it: whoever sends it next is told that not all could be fetched.
-- Who a party was named as, and where they were to be reached, is forgotten when they are protected.
alter table signing.party alter column known_sealed drop not null;

grant select (tenant_id, draft_id), delete on private_space.sealed_copy to handslag_system;
create policy tenant on private_space.sealed_copy to handslag_system using (tenant_id = platform.tenant());

-- Opens a sealed draft again, for its owner alone: the copy goes, and every signature of it with it. Role `system`.
create function signing.reopen(tenant uuid, draft uuid) returns void language plpgsql as $$
begin
  -- The lock of every signature: whoever signs at the same moment has done so before, or finds the draft open.
  perform from drafts.draft d where d.tenant_id = tenant and d.draft_id = draft for update;
  delete from drafts.access a where a.tenant_id = tenant and a.draft_id = draft;
  delete from private_space.sealed_copy c where c.tenant_id = tenant and c.draft_id = draft;
  update drafts.draft d set state = 'open' where d.tenant_id = tenant and d.draft_id = draft and d.state = 'sealed';
  update signing.request r set state = 'changing' where r.tenant_id = tenant and r.draft_id = draft and r.state = 'collecting';
end $$;

-- Opens again what somebody, who is protected, was to sign with others, and forgets them in it. Who applies alone goes on alone. Role `system`.
create function signing.end_together(tenant uuid, person uuid) returns void language plpgsql as $$
declare
  named bytea[] := array(select i.number_hmac from people.identity i where i.tenant_id = tenant and i.person_id = person);
  draft uuid;
begin
  for draft in
    select distinct p.draft_id from signing.party p
    where p.tenant_id = tenant and (p.person_id = person or (p.person_id is null and p.match_hmac = any (named)))
      and exists (select from signing.party o where o.tenant_id = tenant and o.draft_id = p.draft_id and o.position > 0)
    order by p.draft_id
  loop
    perform signing.reopen(tenant, draft);
    update signing.party p set known_sealed = null, contact_sealed = null
    where p.tenant_id = tenant and p.draft_id = draft
      and (p.person_id = person or (p.person_id is null and p.match_hmac = any (named)));
  end loop;
end $$;

create function signing.follow_protection() returns trigger language plpgsql as $$
begin
  perform signing.end_together(new.tenant_id, new.person_id);
  return null;
end $$;
-- By its name before `follow_protection` of 0030: the last signature may be making the case, and has when this has waited for it.
create trigger end_together after update of protected_identity on people.person
  for each row when (new.protected_identity and not old.protected_identity) execute function signing.follow_protection();
