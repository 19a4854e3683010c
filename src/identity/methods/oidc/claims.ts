import { z } from 'zod'
import type { Address } from '../../../people/public.ts'
import { type StaffRight, staffRights } from '../../../platform/actor.ts'
import type { Tenant } from '../../../tenants/public.ts'

/** OpenID Connect's address claim. */
const AddressClaim = z.object({ street_address: z.string(), postal_code: z.string(), locality: z.string() })

/** A postal address from an address claim; undefined for what can't be read as one. */
export function addressFrom(claim: unknown): Address | undefined {
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
  const { administratorGroup, protectedGroup } = tenant.staffLogin
  const groupOf: Readonly<Record<StaffRight, string | undefined>> = {
    administrate: administratorGroup,
    protected: protectedGroup,
  }
  return {
    groups: tenant.groups.filter((group) => provided.includes(group.providerGroup)).map((group) => group.name),
    rights: staffRights.filter((right) => provided.some((name) => name === groupOf[right])),
  }
}
