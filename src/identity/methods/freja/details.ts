import { z } from 'zod'

/** What Freja signs about an order of either kind ("details"); only this is believed. */
export const FrejaDetails = z.object({
  status: z.string(),
  /** Milliseconds since 1970. */
  timestamp: z.number().int(),
  /** What we asked for, as Freja understood it. */
  minRegistrationLevel: z.string().optional(),
  relyingPartyId: z.string().optional(),
  requestedAttributes: z.object({
    basicUserInfo: z.object({ name: z.string(), surname: z.string() }).optional(),
    ssn: z.object({ country: z.string(), ssn: z.string() }).optional(),
    dateOfBirth: z.iso.date().optional().catch(undefined),
    registrationLevel: z.string().optional(),
    loaLevel: z.string().optional(),
  }),
})

export type FrejaDetails = z.infer<typeof FrejaDetails>

/** What Freja signs about an authentication. */
export const AuthenticationDetails = FrejaDetails.extend({ authRef: z.string() })

export type AuthenticationDetails = z.infer<typeof AuthenticationDetails>
