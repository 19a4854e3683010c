/** Why an answer, or a provider's metadata, is not trusted: one code for each check, for operators and in `docs/integrations/saml.md`. */
export type SamlRefusal =
  // The answer as a text
  | 'saml-malformed'
  | 'saml-dtd'
  | 'saml-wrapped'
  // Its signature
  | 'saml-unsigned'
  | 'saml-wrong-key'
  | 'saml-bad-signature'
  | 'saml-weak-signature'
  | 'saml-weak-key'
  // What it answers
  | 'saml-wrong-state'
  | 'saml-wrong-issuer'
  | 'saml-wrong-destination'
  | 'saml-unsolicited'
  | 'saml-wrong-request'
  | 'saml-stale'
  | 'saml-clock-ahead'
  // What the provider says
  | 'saml-cancelled'
  | 'saml-fraud'
  | 'saml-possible-fraud'
  | 'saml-level-refused'
  | 'saml-status'
  // Its assertion
  | 'saml-unencrypted'
  | 'saml-weak-encryption'
  | 'saml-undecipherable'
  | 'saml-encrypted-attribute'
  | 'saml-library'
  | 'saml-expired'
  | 'saml-not-yet-valid'
  | 'saml-wrong-audience'
  | 'saml-wrong-recipient'
  | 'saml-wrong-level'
  | 'saml-identified-before'
  // What was to be signed
  | 'saml-other-signer'
  | 'saml-no-sign-message-digest'
  | 'saml-other-sign-message-digest'
  // The provider's metadata
  | 'saml-metadata-unreachable'
  | 'saml-metadata-untrusted'
  | 'saml-metadata-expired'
  | 'saml-metadata-unusable'
