-- Roles are of the whole cluster: another installation in it may have made them already.
do $$
declare
  name text;
begin
  foreach name in array array['handslag_citizen', 'handslag_staff', 'handslag_visitor', 'handslag_system'] loop
    if not exists (select from pg_roles where rolname = name) then
      execute format('create role %I nologin noinherit', name);
    end if;
    -- The program's login enters one of them in each transaction, and has no rights of its own.
    execute format('grant %I to %I', name, current_setting('handslag.program_login'));
  end loop;
  if not exists (select from pg_roles where rolname = 'handslag_search') then
    -- Owns the search functions, since only leakproof operators reach an index under row-level security.
    create role handslag_search nologin noinherit bypassrls;
  end if;
  execute format('grant handslag_search to %I', current_user);
end $$;

create schema platform;
grant usage on schema platform to handslag_citizen, handslag_staff, handslag_visitor, handslag_system, handslag_search;

-- '' is what a pooled connection keeps in a setting after a transaction; it means nobody.
create function platform.tenant() returns uuid language sql stable parallel safe
  return nullif(current_setting('handslag.tenant', true), '')::uuid;
create function platform.person() returns uuid language sql stable parallel safe
  return nullif(current_setting('handslag.person', true), '')::uuid;
create function platform.staff() returns uuid language sql stable parallel safe
  return nullif(current_setting('handslag.staff', true), '')::uuid;
create function platform.visitor() returns text language sql stable parallel safe
  return nullif(current_setting('handslag.visitor', true), '');

create extension if not exists pg_trgm;
create extension if not exists unaccent;

create schema search;
grant usage on schema search to handslag_citizen, handslag_staff, handslag_visitor;
grant usage, create on schema search to handslag_search;
