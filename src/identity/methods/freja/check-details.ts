import { isIdentityNumber } from '../../../forms/formats/identity-number.ts'
import type { Claimed } from '../../../people/public.ts'
import { minutes } from '../../../platform/clock.ts'
import { failed, ok, type Result } from '../../../platform/result.ts'
import type { Failure, FailureReason } from '../method.ts'
import type { AuthenticationDetails } from './details.ts'
import { isFrejaPlus } from './level.ts'

/** How old a signed answer may be when it comes, in milliseconds. */
const oldest = minutes(5)

/** How far Freja's clock may be from ours, in milliseconds. */
const skew = minutes(1)

/** What a signed answer must be about. */
export type Expected = {
  readonly reference: string
  /** When the order was placed, milliseconds since 1970. */
  readonly placedAt: number
  readonly relyingParty: string | undefined
  readonly now: number
}

/**
 * Whom a signed answer identifies: its order, approved, fresh, by somebody with Freja eID+ and a Swedish number. Each thing that isn't so has its
 * own code.
 */
export function checkDetails(details: AuthenticationDetails, expected: Expected): Result<Claimed, Failure> {
  const { reference, placedAt, relyingParty, now } = expected
  const attributes = details.requestedAttributes
  if (details.authRef !== reference) return refuse('freja-other-reference')
  if (details.status !== 'APPROVED') return refuse('freja-not-approved')
  if (relyingParty && details.relyingPartyId !== undefined && details.relyingPartyId !== relyingParty)
    return refuse('freja-other-relying-party')
  if (details.timestamp < now - oldest || details.timestamp > now + oldest) return refuse('freja-wrong-time')
  if (details.timestamp < placedAt - skew) return refuse('freja-before-order')
  if (!isFrejaPlus(details)) return refuse('freja-low-level')
  const { ssn, basicUserInfo: name, dateOfBirth } = attributes
  if (!ssn) return refuse('freja-no-number', 'no-number')
  if (ssn.country !== 'SE') return refuse('freja-foreign-number', 'no-number')
  if (!isIdentityNumber(ssn.ssn)) return refuse('freja-malformed-number', 'no-number')
  return ok({
    scheme: 'swedish-number',
    number: ssn.ssn,
    facts: {
      ...(name && { givenName: name.name, surname: name.surname }),
      ...(dateOfBirth && { birthDate: dateOfBirth }),
    },
  })
}

const refuse = (code: string, reason: FailureReason = 'refused') => failed({ reason, code })
