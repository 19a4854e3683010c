-- Who is to sign a sealed draft, and how it goes. What they sign, and that they have, lies in the private space until all have.
create schema signing;
grant usage on schema signing to handslag_citizen, handslag_system;

create table signing.request (
  tenant_id uuid not null,
  -- The request is known by its draft.
  draft_id uuid not null,
  owner_id uuid not null,
  service_id uuid not null,
  version_id uuid not null,
  -- The round of the sealed copy that signatures are asked for, or were last.
  round integer not null,
  -- collecting: signatures are waited for · changing: the owner changes the answers, and all will sign anew · withdrawn: by the owner · done: sent
  state text not null check (state in ('collecting', 'changing', 'withdrawn', 'done')),
  in_order boolean not null,
  -- Whether it can be sent, after the last day, though somebody hasn't signed.
  may_miss boolean not null,
  opened_at timestamptz not null,
  -- When those who have not signed have had their time.
  due_at timestamptz not null,
  overdue_told_at timestamptz,
  primary key (tenant_id, draft_id),
  foreign key (tenant_id, draft_id) references drafts.draft on delete cascade,
  foreign key (tenant_id, owner_id) references people.person,
  foreign key (tenant_id, service_id) references catalogue.service,
  foreign key (tenant_id, version_id) references catalogue.service_version
);
create index request_of_owner on signing.request (tenant_id, owner_id);
create index request_due on signing.request (tenant_id, due_at) where state = 'collecting' and overdue_told_at is null;

create table signing.party (
  tenant_id uuid not null,
  draft_id uuid not null,
  party_id uuid not null,
  -- The applicant is 0, and signs first.
  position integer not null check (position >= 0),
  role text not null check (role in ('applicant', 'guardian', 'co-applicant', 'signatory')),
  -- By what somebody is found when they log in: HMAC of their identity number, or of their name and day of birth where they have none. Null for the applicant.
  match_hmac bytea,
  -- Who it is, once they have logged in.
  person_id uuid,
  -- Name, and number or day of birth; and the contact address that the applicant typed. Encrypted.
  known_sealed bytea not null,
  contact_sealed bytea,
  -- waiting: it isn't their turn yet
  state text not null check (state in ('waiting', 'invited', 'read', 'signed', 'declined')),
  invited_at timestamptz,
  read_at timestamptz,
  signed_at timestamptz,
  -- The municipality's name for the way they signed.
  method text,
  declined_at timestamptz,
  -- Why, in their words, encrypted under the draft's key.
  reason_sealed bytea,
  reminders integer not null default 0,
  reminded_at timestamptz,
  -- When something was last sent to them of this request, in any of its rounds. Before `invited_at`: they haven't been told of that yet.
  told_at timestamptz,
  primary key (tenant_id, draft_id, party_id),
  foreign key (tenant_id, draft_id) references signing.request on delete cascade,
  foreign key (tenant_id, person_id) references people.person,
  check ((state = 'signed') = (signed_at is not null and method is not null)),
  check ((state = 'declined') = (declined_at is not null)),
  check ((role = 'applicant') = (position = 0)),
  check (position > 0 or person_id is not null)
);
create unique index party_is_one_person on signing.party (tenant_id, draft_id, person_id);
create index party_to_find on signing.party (tenant_id, match_hmac) where person_id is null;
create unique index party_by_id on signing.party (tenant_id, party_id);
create index party_of_person on signing.party (tenant_id, person_id);
create index party_to_remind on signing.party (tenant_id, invited_at) where state in ('invited', 'read');

-- What an applicant has had sent to those whom they name, for a day: who is named hasn't asked for it. Stays when the draft is removed.
create table signing.told (
  tenant_id uuid not null,
  told_id uuid not null,
  owner_id uuid not null,
  match_hmac bytea not null,
  at timestamptz not null,
  primary key (tenant_id, told_id),
  foreign key (tenant_id, owner_id) references people.person
);
create index told_by_owner on signing.told (tenant_id, owner_id, at);
create index told_before on signing.told (tenant_id, at);
alter table signing.told enable row level security, force row level security;
grant select, insert, delete on signing.told to handslag_system;
create policy tenant on signing.told to handslag_system using (tenant_id = platform.tenant());

alter table signing.request enable row level security, force row level security;
alter table signing.party enable row level security, force row level security;
grant select on signing.request, signing.party to handslag_citizen;
grant select, insert, update, delete on signing.request, signing.party to handslag_system;
create policy own on signing.request for select to handslag_citizen
  using (tenant_id = platform.tenant() and (owner_id = platform.person() or exists (select from drafts.access a
    where a.tenant_id = request.tenant_id and a.draft_id = request.draft_id)));
create policy own on signing.party for select to handslag_citizen
  using (tenant_id = platform.tenant() and exists (select from signing.request r
    where r.tenant_id = party.tenant_id and r.draft_id = party.draft_id));
create policy tenant on signing.request to handslag_system using (tenant_id = platform.tenant());
create policy tenant on signing.party to handslag_system using (tenant_id = platform.tenant());

-- Owner and named add their own signature, and nobody else's.
create policy signs on private_space.signature for insert to handslag_citizen
  with check (tenant_id = platform.tenant()
    and exists (select from drafts.draft d
      where d.tenant_id = signature.tenant_id and d.draft_id = signature.draft_id and d.state = 'sealed')
    and exists (select from signing.party p
      where p.tenant_id = signature.tenant_id and p.draft_id = signature.draft_id and p.party_id = signature.party_id
        and p.person_id = platform.person()));
