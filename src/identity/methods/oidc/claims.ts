import { z } from 'zod'
import type { Address, Claimed } from '../../people/public.ts'
import type { Tenant } from '../../tenants/public.ts'

type Claims = Readonly<Record<string, unknown>>

/** OpenID Connect's address claim. */
const AddressClaim = z.object({ street_address: z.string(), postal_code: z.string(), locality: z.string() })

const text = (claims: Claims, name: string): string | undefined => {
  const value = claims[name]
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined
}

/** `J` is the register's own yes. Anything that isn't a clear no counts as protected. */
const isProtected = (claims: Claims, name: string): boolean => {
  const value = claims[name]
  return !(value === undefined || value === null || value === false || value === 'N' || value === '')
}

/**
 * Reads who has logged in, from the hub's claims by the municipality's names for them. Undefined when there is no identity number of a known kind. Of a person with protected
 * identity nothing but the number is read: what is not read can't be shown, stored or logged.
 */
export function citizenOf(claims: Claims, names: Tenant['citizenLogin']['claims']): Claimed | undefined {
  const swedish = text(claims, names.personNumber) ?? text(claims, names.coordinationNumber)
  const foreign = text(claims, names.foreignIdentifier)
  const identity =
    swedish && /^\d{12}$/.test(swedish)
      ? ({ scheme: 'swedish-number', number: swedish } as const)
      : foreign && /^[A-Z]{2}:[A-Za-z0-9:]{1,60}$/.test(foreign)
        ? ({ scheme: 'prid', number: foreign } as const)
        : undefined
  if (!identity) return undefined
  if (isProtected(claims, names.protectedIdentity)) return { ...identity, facts: undefined }
  const givenName = text(claims, names.givenName)
  const surname = text(claims, names.surname)
  const address = addressOf(claims[names.address])
  return {
    ...identity,
    facts: { ...(givenName && { givenName }), ...(surname && { surname }), ...(address && { address }) },
  }
}

function addressOf(claim: unknown): Address | undefined {
  const parsed = AddressClaim.safeParse(claim)
  if (!parsed.success) return undefined
  return { street: parsed.data.street_address, postalCode: parsed.data.postal_code, city: parsed.data.locality }
}

/** A staff member as the municipality's provider describes them. */
export const StaffClaims = z.object({
  sub: z.string().min(1),
  name: z.string().min(1),
  email: z.email().optional(),
})

/** Our groups and rights from the provider's group names; names that the municipality hasn't mapped give nothing. */
export function staffRightsOf(claim: unknown, tenant: Tenant) {
  const provided = z.array(z.string()).catch([]).parse(claim)
  return {
    groups: tenant.groups.filter((group) => provided.includes(group.providerGroup)).map((group) => group.name),
    rights: provided.includes(tenant.staffLogin.administratorGroup) ? (['administrate'] as const) : [],
  }
}
