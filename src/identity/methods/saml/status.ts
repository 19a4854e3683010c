import { attributeOf } from '../../../platform/xml/elements.ts'
import type { FailureReason } from '../method.ts'
import type { SamlRefusal } from './refusal.ts'
import { onlyChild } from './xml.ts'

type Said = { readonly reason: FailureReason; readonly code: SamlRefusal }

const success = 'urn:oasis:names:tc:SAML:2.0:status:Success'

/** What providers say at the second level, by Sweden Connect's deployment profile (6.4) and SAML's core (3.2.2.2). */
const known: Readonly<Record<string, Said>> = {
  'http://id.elegnamnden.se/status/1.0/cancel': { reason: 'cancelled', code: 'saml-cancelled' },
  'http://id.elegnamnden.se/status/1.0/fraud': { reason: 'refused', code: 'saml-fraud' },
  'http://id.elegnamnden.se/status/1.0/possibleFraud': { reason: 'refused', code: 'saml-possible-fraud' },
  'urn:oasis:names:tc:SAML:2.0:status:NoAuthnContext': { reason: 'refused', code: 'saml-level-refused' },
}

/** Why a verified answer names nobody; undefined when it does. */
export function statusProblem(response: Element): Said | undefined {
  const first = onlyChild(onlyChild(response, 'protocol', 'Status'), 'protocol', 'StatusCode')
  if (attributeOf(first, 'Value') === success) return undefined
  const second = attributeOf(onlyChild(first, 'protocol', 'StatusCode'), 'Value')
  return (second === undefined ? undefined : known[second]) ?? { reason: 'refused', code: 'saml-status' }
}
