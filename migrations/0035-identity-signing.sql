-- An e-ID transaction signs, too: then what comes of it is a signature, and it is kept until it has been put with what was signed.
alter table identity.eid_transaction
  drop constraint eid_transaction_purpose_check,
  add constraint eid_transaction_purpose check (purpose in ('login', 'again', 'test', 'sign'));
alter table identity.eid_transaction rename column identity_sealed to outcome_sealed;
alter table identity.eid_transaction rename constraint eid_transaction_identity to eid_transaction_outcome;
create index eid_transaction_to_finish on identity.eid_transaction (tenant_id, created_at)
  where purpose = 'sign' and outcome_sealed is not null;
-- One that can't be put is tried again later and later, so that it doesn't hold up the others.
alter table identity.eid_transaction
  add column finish_attempts integer not null default 0,
  add column finish_after timestamptz;
