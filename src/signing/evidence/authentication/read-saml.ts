import { readSamlProof, type SamlRefusal } from '../../../identity/public.ts'
import { failed, ok, type Result } from '../../../platform/result.ts'
import type { AuthenticationCode } from './refusal.ts'
import type { AuthenticationEvidence, Said } from './said.ts'

/** The same checks by our names; whatever else SAML refuses is no answer that can be read. */
const codes: Readonly<Partial<Record<SamlRefusal, AuthenticationCode>>> = {
  'saml-dtd': 'authentication-dtd',
  'saml-wrapped': 'authentication-wrapped',
  'saml-unsigned': 'authentication-unsigned',
  'saml-weak-signature': 'authentication-weak-algorithm',
  'saml-weak-key': 'authentication-no-keys',
  'saml-wrong-key': 'authentication-wrong-key',
  'saml-bad-signature': 'authentication-broken-signature',
  'saml-undecipherable': 'authentication-undecipherable',
  'saml-status': 'authentication-not-identified',
  'saml-cancelled': 'authentication-not-identified',
}

/** Names by Sweden Connect's attribute specification: displayName, transactionIdentifier. */
const names = { displayName: 'urn:oid:2.16.840.1.113730.3.1.241', transaction: 'urn:oid:1.2.752.201.3.2' } as const

/** Verifies and reads a SAML response by the provider's certificates (PEM) as its metadata had them. */
export function readSaml(evidence: AuthenticationEvidence, trusted: string): Result<Said, AuthenticationCode> {
  const { answer, contentKey } = evidence
  const read = readSamlProof({ answer, contentKey }, trusted)
  if (!read.ok) return failed(codes[read.error] ?? 'authentication-malformed')
  const { attributes, request, ...said } = read.value
  return ok({
    ...said,
    boundTo: request,
    read: (name) => attributes.get(name)?.trim(),
    name: attributes.get(names.displayName),
    reference: attributes.get(names.transaction),
    tells: true,
  })
}
