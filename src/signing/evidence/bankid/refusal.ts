/** Why a BankID signature isn't believed: one code for each check, for operators and in `docs/integrations/bankid.md`. */
export type BankIdSignatureCode =
  // The signature as a text
  | 'bankid-signature-malformed'
  | 'bankid-signature-dtd'
  | 'bankid-signature-wrapped'
  | 'bankid-signature-wrong-algorithm'
  | 'bankid-signature-broken-digest'
  | 'bankid-signature-broken-value'
  // Whose it is
  | 'bankid-signature-untrusted-certificate'
  | 'bankid-signature-expired-certificate'
  | 'bankid-signature-wrong-key-usage'
  | 'bankid-signature-other-person'
  // What was signed
  | 'bankid-signature-identification'
  | 'bankid-signature-other-text'
  | 'bankid-signature-other-format'
  | 'bankid-signature-other-manifest'
  // What BankID said of the certificate then (OCSP)
  | 'bankid-signature-ocsp-missing'
  | 'bankid-signature-ocsp-malformed'
  | 'bankid-signature-ocsp-unsuccessful'
  | 'bankid-signature-ocsp-wrong-algorithm'
  | 'bankid-signature-ocsp-other-issuer'
  | 'bankid-signature-ocsp-wrong-responder'
  | 'bankid-signature-ocsp-broken-signature'
  | 'bankid-signature-ocsp-other-certificate'
  | 'bankid-signature-ocsp-unknown'
  | 'bankid-signature-ocsp-revoked'
  | 'bankid-signature-ocsp-other-nonce'
  | 'bankid-signature-ocsp-wrong-time'
