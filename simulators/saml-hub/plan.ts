import { randomBytes } from 'node:crypto'
import type { SamlAttribute } from './attributes.ts'
import type { SamlFaultMode } from './faults.ts'
import type { AuthnRequest } from './request.ts'

/** All that a response says. Instants are milliseconds since 1970. */
export type Plan = {
  readonly responseId: string
  readonly assertionId: string
  readonly issuer: string
  readonly destination: string
  readonly recipient: string
  readonly audience: string
  readonly inResponseTo: string | undefined
  readonly issued: number
  readonly notBefore: number
  readonly notOnOrAfter: number
  readonly identified: number
  readonly level: string
  readonly attributes: readonly SamlAttribute[]
}

/** Milliseconds that an assertion lasts. */
const lifetime = 5 * 60_000

const minute = 60_000

export const newId = (): string => `_${randomBytes(16).toString('hex')}`

/** What the hub says when it behaves. */
export function plan(
  request: AuthnRequest,
  said: {
    readonly issuer: string
    readonly level: string
    readonly attributes: readonly SamlAttribute[]
    readonly now: number
  },
): Plan {
  return {
    responseId: newId(),
    assertionId: newId(),
    issuer: said.issuer,
    destination: request.from.answerAddress,
    recipient: request.from.answerAddress,
    audience: request.from.entityId,
    inResponseTo: request.id,
    issued: said.now,
    notBefore: said.now,
    notOnOrAfter: said.now + lifetime,
    identified: said.now,
    level: said.level,
    attributes: said.attributes,
  }
}

/** What the hub says instead when it doesn't. */
export function faultyPlan(right: Plan, mode: SamlFaultMode): Plan {
  const { issued: now } = right
  const elsewhere = 'https://elsewhere.example/saml'
  switch (mode) {
    case 'expired':
      return { ...right, notBefore: now - 10 * minute, notOnOrAfter: now - 2 * minute }
    case 'not-yet-valid':
      return { ...right, notBefore: now + 2 * minute, notOnOrAfter: now + 7 * minute }
    case 'stale':
      return { ...right, issued: now - 10 * minute, notBefore: now - 10 * minute, identified: now - 10 * minute }
    case 'clock-ahead':
      return { ...right, issued: now + 90_000, notBefore: now + 90_000, identified: now + 90_000 }
    case 'wrong-audience':
      return { ...right, audience: elsewhere }
    case 'wrong-recipient':
      return { ...right, recipient: elsewhere }
    case 'wrong-destination':
      return { ...right, destination: elsewhere }
    case 'wrong-request':
      return { ...right, inResponseTo: newId() }
    case 'unsolicited':
      return { ...right, inResponseTo: undefined }
    case 'wrong-issuer':
      return { ...right, issuer: elsewhere }
    case 'wrong-level':
      return { ...right, level: 'http://id.elegnamnden.se/loa/1.0/loa2' }
    case 'identified-before':
      return { ...right, identified: now - 30 * minute }
    default:
      return right
  }
}
