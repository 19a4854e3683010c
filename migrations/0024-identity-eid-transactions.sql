-- A login becomes a transaction with an e-ID, whatever its way: sent to a provider's page and back, or ordered in an app and asked about.
alter table identity.login rename to eid_transaction;
alter table identity.eid_transaction rename column login_id to transaction_id;
alter table identity.eid_transaction rename column secrets_sealed to kept_sealed;
alter index identity.login_of_browser rename to eid_transaction_of_browser;
alter index identity.login_expiry rename to eid_transaction_expiry;

alter table identity.eid_transaction
  drop constraint login_state_check,
  -- created: a browser has begun · started: the issuer has been asked · waiting: the issuer has answered that the person is at it · done: it is known who they are
  add constraint eid_transaction_state check (state in ('created', 'started', 'waiting', 'done', 'failed', 'cancelled', 'expired')),
  -- again: somebody who is logged in shows once more who they are · test: nobody is logged in
  add column purpose text not null default 'login' check (purpose in ('login', 'again', 'test')),
  -- The municipality's name for the way in; unknown until one is chosen.
  add column method text,
  add column device text check (device in ('this', 'other')),
  add column hint text,
  -- Why it failed, for operators.
  add column failure text,
  -- Why it failed, for the person.
  add column reason text,
  -- When the first order was placed: orders that nobody opens are placed anew for some minutes.
  add column placed_at timestamptz,
  -- No process asks the issuer before; moved on by the one that does.
  add column collect_after timestamptz,
  -- SHA-256 of the secret that the app brings back to the browser which placed the order.
  add column return_hash bytea,
  add column returned_at timestamptz,
  -- Who it is, encrypted, until the browser takes it.
  add column identity_sealed bytea,
  add constraint eid_transaction_identity check (identity_sealed is null or state = 'done'),
  add constraint eid_transaction_order check ((collect_after is null) = (placed_at is null) and (device is null) = (placed_at is null));
alter table identity.eid_transaction alter column purpose drop default;

-- A municipality has several ways in, in its own order. The one that it had is the first.
update tenants.tenant set settings = jsonb_set(settings, '{citizenLogin}', jsonb_build_object(
  'methods', jsonb_build_array(jsonb_build_object(
    'kind', 'oidc', 'name', 'region', 'title', jsonb_build_object('sv', 'e-legitimation', 'en', 'e-ID')) || (settings -> 'citizenLogin')),
  'acceptedBindingProcesses', '[]'::jsonb))
where settings -> 'citizenLogin' ? 'issuer';
