-- A person may be known by several identities: a number and the one before it, a PRID, the other country's own identifier.
alter table people.identity
  drop constraint identity_scheme_check,
  add constraint identity_scheme check (scheme in ('swedish-number', 'prid', 'eidas')),
  -- Of each kind one is in use: a Swedish number that another has taken the place of still finds the person, and is looked up no more.
  add column is_current boolean not null default true,
  -- How long a PRID lasts, by the eIDAS node's word.
  add column persistence text,
  add constraint identity_persistence check (persistence is null or scheme = 'prid' and persistence in ('A', 'B', 'C'));
alter table people.identity alter column is_current drop default;
create unique index identity_in_use on people.identity (tenant_id, person_id, scheme) where is_current;

-- What is linked to a person of whom nothing else is held can be handed over to the person whom it turned out to be.
grant update (person_id, number_sealed, is_current, persistence) on people.identity to handslag_system;
grant select (is_current, persistence) on people.identity to handslag_citizen;

-- Foreign keys keep anybody from being taken away of whom something is held, even by a transaction at the same moment. So a key to
-- people.person may cascade only from what is worth nothing without the person; a session is such.
grant delete on people.person to handslag_system;
alter table identity.session
  drop constraint session_tenant_id_person_id_fkey,
  add foreign key (tenant_id, person_id) references people.person on delete cascade;

-- Something is held under another of the person's identities, as another person: the two aren't made one by a login.
alter table people.person add column kept_apart boolean not null default false;
