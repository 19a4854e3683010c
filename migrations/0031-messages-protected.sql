-- When a case becomes one of somebody with protected identity (B1.4; OSL 22:1), no citizen's name is told in it: those that stood beside their messages
-- go as the case's own does. What they wrote is never changed.
grant update (sender_name) on messages.message to handslag_system;

update messages.message m set sender_name = null
from cases.case c
where c.tenant_id = m.tenant_id and c.case_id = m.case_id and c.protected and m.sender = 'citizen';

create function messages.forget_names() returns trigger language plpgsql as $$
begin
  update messages.message set sender_name = null
  where tenant_id = new.tenant_id and case_id = new.case_id and sender = 'citizen' and sender_name is not null;
  return null;
end $$;
create trigger forget_names after update of protected on cases.case
  for each row when (new.protected and not old.protected) execute function messages.forget_names();
