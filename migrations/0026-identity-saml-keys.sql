-- RSA keys, which can't be derived as the installation's signing key is (decision 8): made once for each municipality, which is a service of
-- its own to the identity federation.
create table identity.saml_key (
  tenant_id uuid not null references tenants.tenant,
  key_id uuid not null,
  use text not null check (use in ('signing', 'encryption')),
  -- PEM, signed by the key itself: federations trust the key, not the certificate.
  certificate text not null,
  -- PKCS #8, encrypted under the municipality's key.
  private_wrapped bytea not null,
  -- Published from the beginning, but signing from this instant: providers must have read it before.
  used_from timestamptz not null,
  -- Set by an operator to have a successor made, which takes over then.
  retires_at timestamptz,
  primary key (tenant_id, key_id)
);
alter table identity.saml_key enable row level security, force row level security;
grant select, insert on identity.saml_key to handslag_system;
create policy tenant on identity.saml_key to handslag_system using (tenant_id = platform.tenant());
