import { z } from 'zod'
import { AttributeNames } from './attributes.ts'

/** An OpenID provider. `simulators:` at the start of the issuer means this machine's simulators, whatever port they have. */
export const OpenIdProvider = z.object({
  issuer: z.string().min(1),
  clientId: z.string().min(1),
  /** Levels (acr) that are accepted, and asked for. */
  levels: z.array(z.string().min(1)).min(1),
  scopes: z.array(z.string().min(1)).default([]),
})

export type OpenIdProvider = z.infer<typeof OpenIdProvider>

/** Residents' login at an eID hub by OpenID Connect; `claims` says where in its answer each fact stands. */
export const OidcSettings = OpenIdProvider.extend({ kind: z.literal('oidc'), claims: AttributeNames })

export type OidcSettings = z.infer<typeof OidcSettings>
