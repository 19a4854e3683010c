-- Who has signed what was sent, with the evidence of it; and who hasn't, where it was sent all the same.
create table cases.signer (
  tenant_id uuid not null,
  case_id uuid not null,
  draft_id uuid not null,
  party_id uuid not null,
  position integer not null,
  role text not null check (role in ('applicant', 'guardian', 'co-applicant', 'signatory')),
  person_id uuid,
  -- As the issuer of their e-ID writes it, and of who hasn't signed, or whose e-ID tells none, as they were named; null when a party is protected.
  name text,
  -- As they were named, by the applicant or a register, where the issuer's name has other words in it. For staff.
  named_as text,
  -- Null for who hasn't signed, as all that follows.
  signed_at timestamptz,
  method text,
  level text,
  -- What they read, and what binds the signature to every answer and file.
  visible text,
  format text,
  manifest text,
  -- The issuer's own words, and what they were verified by.
  evidence jsonb,
  trusted text,
  declined boolean not null default false,
  primary key (tenant_id, draft_id, party_id),
  foreign key (tenant_id, draft_id) references cases.submission,
  foreign key (tenant_id, case_id) references cases.case,
  foreign key (tenant_id, person_id) references people.person,
  check (num_nonnulls(signed_at, method, level, visible, format, manifest, evidence, trusted) in (0, 8))
);
create index signer_of_case on cases.signer (tenant_id, case_id, draft_id, position);
alter table cases.signer enable row level security, force row level security;
grant select (tenant_id, case_id, draft_id, party_id, position, role, person_id, name, signed_at, method, declined)
  on cases.signer to handslag_citizen;
grant select on cases.signer to handslag_staff;
grant select, insert on cases.signer to handslag_system;
-- When a party becomes protected their name goes, as those beside messages do (0031).
grant update (name, named_as) on cases.signer to handslag_system;
create policy party on cases.signer to handslag_citizen
  using (tenant_id = platform.tenant() and exists (select from cases.case_party p
    where p.tenant_id = signer.tenant_id and p.case_id = signer.case_id and p.until is null));
create policy tenant on cases.signer to handslag_staff, handslag_system using (tenant_id = platform.tenant());

-- What a party other than the applicant filled in as they signed: for them and the municipality, and for no other party.
create table cases.party_answers (
  tenant_id uuid not null,
  case_id uuid not null,
  draft_id uuid not null,
  party_id uuid not null,
  person_id uuid not null,
  answers jsonb not null,
  asked text[] not null,
  primary key (tenant_id, draft_id, party_id),
  foreign key (tenant_id, draft_id, party_id) references cases.signer,
  foreign key (tenant_id, case_id) references cases.case
);
create index party_answers_of_case on cases.party_answers (tenant_id, case_id);
alter table cases.party_answers enable row level security, force row level security;
grant select on cases.party_answers to handslag_citizen, handslag_staff, handslag_system;
grant insert on cases.party_answers to handslag_system;
create policy own on cases.party_answers for select to handslag_citizen
  using (tenant_id = platform.tenant() and person_id = platform.person());
create policy tenant on cases.party_answers to handslag_staff, handslag_system using (tenant_id = platform.tenant());

alter table cases.case add column signature_missing boolean not null default false;

-- The last to sign may be anybody: the case is written by the program, in the transaction of their signature.
grant insert on cases.case, cases.case_party, cases.submission, cases.attachment to handslag_system;
grant select, insert, update on cases.number_series to handslag_system;
create policy of_system on cases.number_series to handslag_system using (tenant_id = platform.tenant());

create or replace function messages.forget_names() returns trigger language plpgsql as $$
begin
  update messages.message set sender_name = null
  where tenant_id = new.tenant_id and case_id = new.case_id and sender = 'citizen' and sender_name is not null;
  update cases.signer set name = null, named_as = null
  where tenant_id = new.tenant_id and case_id = new.case_id and (name is not null or named_as is not null);
  return null;
end $$;

-- What a party other than the applicant sees of what was sent: without the answers that are hidden from them. The whole of it, the copy as PDF and
-- the files of hidden questions are the applicant's own.
create table cases.shared_submission (
  tenant_id uuid not null,
  draft_id uuid not null,
  case_id uuid not null,
  -- As in the submission, which they can't read.
  sequence integer not null,
  version_id uuid not null,
  received_at timestamptz not null,
  answers jsonb not null,
  asked text[] not null,
  primary key (tenant_id, draft_id),
  unique (tenant_id, case_id, sequence),
  foreign key (tenant_id, draft_id) references cases.submission,
  foreign key (tenant_id, case_id) references cases.case,
  foreign key (tenant_id, version_id) references catalogue.service_version
);
alter table cases.shared_submission enable row level security, force row level security;
grant select on cases.shared_submission to handslag_citizen;
grant select, insert on cases.shared_submission to handslag_system;
create policy party on cases.shared_submission for select to handslag_citizen
  using (tenant_id = platform.tenant() and exists (select from cases.case_party p
    where p.tenant_id = shared_submission.tenant_id and p.case_id = shared_submission.case_id and p.until is null));
create policy tenant on cases.shared_submission to handslag_system using (tenant_id = platform.tenant());

-- Whether the actor owns a case: applied for it, and not only signed.
create function cases.is_owner(tenant uuid, id uuid) returns boolean language sql stable
  return exists (select from cases.case_party p where p.tenant_id = tenant and p.case_id = id and p.role = 'owner' and p.until is null);

drop policy party on cases.submission;
create policy party on cases.submission to handslag_citizen, handslag_visitor
  using (tenant_id = platform.tenant() and cases.is_owner(tenant_id, case_id))
  -- Sent by whoever wrote it: the draft is their own.
  with check (tenant_id = platform.tenant() and drafts.is_own(tenant_id, draft_id) and cases.is_owner(tenant_id, case_id));

alter table cases.attachment add column hidden_from_parties boolean not null default false;
drop policy party on cases.attachment;
create policy party on cases.attachment to handslag_citizen, handslag_visitor
  using (tenant_id = platform.tenant() and exists (select from cases.case_party p
    where p.tenant_id = attachment.tenant_id and p.case_id = attachment.case_id and p.until is null
      and (p.role = 'owner' or not attachment.hidden_from_parties)));

drop policy party on documents.submission_copy;
create policy party on documents.submission_copy to handslag_citizen, handslag_visitor
  using (tenant_id = platform.tenant() and cases.is_owner(tenant_id, case_id));
