import { z } from 'zod'
import { FrejaDetails } from '../../../identity/public.ts'

/** What Freja signs about a signature ("details"). */
export const SignatureDetails = FrejaDetails.extend({
  signRef: z.string(),
  signatureType: z.string(),
  /** Whom the order was placed for, as it was sent. */
  userInfo: z.string().optional(),
  signatureData: z.object({
    /** What the person's app has signed: a compact JWS. */
    userSignature: z.string(),
  }),
})

export type SignatureDetails = z.infer<typeof SignatureDetails>
