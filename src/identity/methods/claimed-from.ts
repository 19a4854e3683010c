import { isIdentityNumber } from '../../forms/formats/identity-number.ts'
import { isIsoDate } from '../../forms/rules/calendar-date.ts'
import { type Address, type Claimed, type ForeignIdentity, Persistence } from '../../people/public.ts'
import { failed, ok, type Result } from '../../platform/result.ts'
import type { AttributeNames } from '../../tenants/public.ts'
import type { Failure } from './method.ts'

/** What a mark of protection says when there is none. Anything else, however odd, counts as protected. */
const clearlyNot: readonly (string | undefined)[] = [undefined, 'N', 'false']

export type ClaimedFromOptions = {
  readonly names: AttributeNames
  /** URIs of the processes by which a Swedish number may have been bound to an e-ID of another country. */
  readonly acceptedBindingProcesses: readonly string[]
  /** Reads an address, where the provider sends one in a form that can be read. */
  readonly readAddress?: (name: string) => Address | undefined
}

/**
 * Reads who has logged in, from what a provider has vouched for. `read` gives an attribute's text, see `attributeText`. Somebody who comes by an
 * e-ID of another country has no Swedish number unless one is bound to it by a process that the municipality accepts (technical framework of
 * Sweden Connect, attribute `personalIdentityNumberBinding`), nor an earlier one. Of a person with protected identity nothing is read but the
 * identity, and an earlier number, which is to be protected, too: what is not read can't be shown, stored or logged. Fails with `no-number`
 * when there is no identity of a known kind.
 */
export function claimedFrom(
  read: (name: string) => string | undefined,
  options: ClaimedFromOptions,
): Result<Claimed, Failure> {
  const { names, acceptedBindingProcesses, readAddress } = options
  const given: Given = (name) => (names[name] === undefined ? undefined : read(names[name])?.trim() || undefined)
  const identity = identityFrom(given, acceptedBindingProcesses)
  if (!identity.ok) return identity
  const isProtected = !clearlyNot.includes(given('protectedIdentity'))
  const who = { ...identity.value, ...earlierNumberOf(given, identity.value) }
  if (isProtected) return ok({ ...who, facts: undefined })

  const givenName = given('givenName')
  const surname = given('surname')
  const birthDate = given('birthDate')
  const address = names.address === undefined ? undefined : readAddress?.(names.address)
  return ok({
    ...who,
    ...(names.protectedIdentity !== undefined && { protection: 'no' as const }),
    facts: {
      ...(givenName && { givenName }),
      ...(surname && { surname }),
      ...(birthDate && isIsoDate(birthDate) && { birthDate }),
      ...(address && { address }),
    },
  })
}

type Given = (name: keyof AttributeNames) => string | undefined

function identityFrom(given: Given, accepted: readonly string[]): Result<Omit<Claimed, 'facts'>, Failure> {
  const prid = given('foreignIdentifier')
  if (prid === undefined) {
    const number = given('personNumber') ?? given('coordinationNumber')
    if (number === undefined) return noNumber('identity-missing')
    return isIdentityNumber(number) ? ok({ scheme: 'swedish-number', number }) : noNumber('identity-number-malformed')
  }
  if (!/^[A-Z]{2}:[A-Za-z0-9:]{1,60}$/.test(prid)) return noNumber('identity-prid-malformed')
  const foreign = foreignIdentity(prid, given)
  const mapped = acceptedNumber(given, accepted)
  return ok(
    mapped === undefined
      ? { scheme: 'prid', number: prid, foreign }
      : { scheme: 'swedish-number', number: mapped, foreign },
  )
}

function earlierNumberOf(given: Given, { scheme, number }: Omit<Claimed, 'facts'>): Pick<Claimed, 'earlierNumbers'> {
  const earlier = scheme === 'swedish-number' ? given('earlierNumber') : undefined
  const isOther = earlier !== undefined && isIdentityNumber(earlier) && earlier !== number
  return isOther ? { earlierNumbers: [earlier] } : {}
}

function foreignIdentity(prid: string, given: Given): ForeignIdentity {
  const eidasIdentifier = given('eidasIdentifier')
  return {
    prid,
    // Where nobody says how long a PRID lasts, nothing may be expected of it.
    persistence: Persistence.catch('C').parse(given('persistence')),
    ...(eidasIdentifier && /^[A-Z]{2}\/[A-Z]{2}\/\S{1,256}$/.test(eidasIdentifier) && { eidasIdentifier }),
  }
}

/** The Swedish number bound to a foreign e-ID; undefined unless one of the processes that bound it is accepted. */
function acceptedNumber(given: Given, accepted: readonly string[]): string | undefined {
  const processes = given('binding')?.split(/[;\s]+/) ?? []
  if (!processes.some((process) => accepted.includes(process))) return undefined
  const number = given('mappedNumber') ?? given('mappedCoordinationNumber')
  return number !== undefined && isIdentityNumber(number) ? number : undefined
}

const noNumber = (code: string) => failed({ reason: 'no-number' as const, code })

/** An attribute's value as text: several joined by `;`, whatever isn't text as JSON, undefined for what isn't there. */
export function attributeText(value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined
  if (typeof value === 'string') return value
  if (Array.isArray(value)) return value.map(attributeText).join(';')
  return JSON.stringify(value)
}
