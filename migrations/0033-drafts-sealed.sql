-- "Skriv under" seals an immutable copy of what is in a draft, for everybody who is to sign it: open → sealed → sent, or back to open, and then the copy
-- and every signature of it are gone.
-- How often it has been sealed: a signature of an earlier round covers other answers.
alter table drafts.draft add column round integer not null default 0;

create table drafts.access (
  tenant_id uuid not null,
  draft_id uuid not null,
  -- Somebody named by the owner, or by a register, who reads the sealed copy and nothing else.
  person_id uuid not null,
  purpose text not null check (purpose in ('sign')),
  since timestamptz not null,
  primary key (tenant_id, draft_id, person_id),
  foreign key (tenant_id, draft_id) references drafts.draft on delete cascade,
  foreign key (tenant_id, person_id) references people.person
);
create index access_of_person on drafts.access (tenant_id, person_id);
alter table drafts.access enable row level security, force row level security;
grant select on drafts.access to handslag_citizen;
grant select, insert, delete on drafts.access to handslag_system;
create policy own on drafts.access for select to handslag_citizen
  using (tenant_id = platform.tenant() and person_id = platform.person());
create policy tenant on drafts.access to handslag_system using (tenant_id = platform.tenant());

create policy named on drafts.draft for select to handslag_citizen
  using (tenant_id = platform.tenant() and state = 'sealed'
    and exists (select from drafts.access a where a.tenant_id = draft.tenant_id and a.draft_id = draft.draft_id));

-- Whether a draft is the actor's own. Whoever is only named sees the draft's row, and none of what they are not named to read.
create function drafts.is_own(tenant uuid, id uuid) returns boolean language sql stable
  return exists (select from drafts.draft d where d.tenant_id = tenant and d.draft_id = id
    and (d.person_id = platform.person() or d.visitor_id = platform.visitor()));

drop policy own on private_space.key;
create policy own on private_space.key to handslag_citizen, handslag_visitor
  using (tenant_id = platform.tenant() and drafts.is_own(tenant_id, draft_id));
drop policy own on private_space.content;
create policy own on private_space.content to handslag_citizen, handslag_visitor
  using (tenant_id = platform.tenant() and drafts.is_own(tenant_id, draft_id));
drop policy own on private_space.file;
create policy own on private_space.file to handslag_citizen, handslag_visitor
  using (tenant_id = platform.tenant() and drafts.is_own(tenant_id, draft_id));
drop policy own on private_space.upload;
create policy own on private_space.upload to handslag_citizen, handslag_visitor
  using (tenant_id = platform.tenant() and drafts.is_own(tenant_id, draft_id));
drop policy own on private_space.upload_part;
create policy own on private_space.upload_part to handslag_citizen, handslag_visitor
  using (tenant_id = platform.tenant() and drafts.is_own(tenant_id, draft_id));

-- The key opens the copy and its files, which the named may read while it is sealed; the content stays behind the policy above.
create policy named on private_space.key for select to handslag_citizen
  using (tenant_id = platform.tenant() and exists (select from drafts.draft d
    where d.tenant_id = key.tenant_id and d.draft_id = key.draft_id and d.state = 'sealed'));
create policy named on private_space.file for select to handslag_citizen
  using (tenant_id = platform.tenant() and exists (select from drafts.draft d
    where d.tenant_id = file.tenant_id and d.draft_id = file.draft_id and d.state = 'sealed'));

-- What is encrypted under a draft's key goes with the key: when the draft is sent, expires or is removed.
create table private_space.sealed_copy (
  tenant_id uuid not null,
  draft_id uuid not null,
  round integer not null check (round > 0),
  -- Encrypted under the draft's key.
  sealed bytea not null,
  sealed_at timestamptz not null,
  primary key (tenant_id, draft_id),
  unique (tenant_id, draft_id, round),
  foreign key (tenant_id, draft_id) references private_space.key on delete cascade
);
create table private_space.signature (
  tenant_id uuid not null,
  draft_id uuid not null,
  party_id uuid not null,
  round integer not null,
  -- What was signed and the evidence of it, encrypted under the draft's key.
  sealed bytea not null,
  signed_at timestamptz not null,
  primary key (tenant_id, draft_id, party_id),
  -- A signature goes with the copy that it is of.
  foreign key (tenant_id, draft_id, round) references private_space.sealed_copy (tenant_id, draft_id, round) on delete cascade
);
create table private_space.party_answers (
  tenant_id uuid not null,
  draft_id uuid not null,
  party_id uuid not null,
  person_id uuid not null,
  -- What a party other than the owner has filled in, encrypted under the draft's key: theirs alone to read until they sign it.
  sealed bytea not null,
  primary key (tenant_id, draft_id, party_id),
  foreign key (tenant_id, draft_id) references private_space.key on delete cascade
);
alter table private_space.sealed_copy enable row level security, force row level security;
alter table private_space.signature enable row level security, force row level security;
alter table private_space.party_answers enable row level security, force row level security;
grant select, insert, delete on private_space.sealed_copy to handslag_citizen;
grant insert on private_space.signature to handslag_citizen;
-- The last signature sends it, with all the others: the program takes them over as they lie, and opens them by the key that its signer reads.
grant select on private_space.signature to handslag_system;
grant select, insert, update on private_space.party_answers to handslag_citizen;
create policy own on private_space.sealed_copy to handslag_citizen
  using (tenant_id = platform.tenant() and drafts.is_own(tenant_id, draft_id));
create policy named on private_space.sealed_copy for select to handslag_citizen
  using (tenant_id = platform.tenant() and exists (select from drafts.draft d
    where d.tenant_id = sealed_copy.tenant_id and d.draft_id = sealed_copy.draft_id and d.state = 'sealed'));
-- Nobody who signs reads a signature, their own or another's; whose they may add, the parties say (0034).
create policy tenant on private_space.signature for select to handslag_system using (tenant_id = platform.tenant());
create policy own on private_space.party_answers to handslag_citizen
  using (tenant_id = platform.tenant() and person_id = platform.person() and exists (select from drafts.draft d
    where d.tenant_id = party_answers.tenant_id and d.draft_id = party_answers.draft_id and d.state = 'sealed'));

-- A case is supplemented in one draft at a time, also while that waits for signatures.
drop index drafts.draft_of_case;
create unique index draft_of_case on drafts.draft (tenant_id, case_id) where state <> 'sent';
