import { z } from 'zod'
import { PartnerAddress } from '../simulators.ts'

/**
 * Freja eID+ asked by the municipality itself. `simulators:/path` means this machine's simulators: for `address` where partners answer, for
 * `launch` where their pages are.
 */
export const FrejaSettings = z.object({
  kind: z.literal('freja'),
  /** Freja's service, such as `https://services.prod.frejaeid.com`. */
  address: PartnerAddress,
  /** The folder of our client certificate, of Freja's root, and of the certificates that Freja signs its answers with. */
  certificate: z.string().regex(/^[a-z][a-z0-9-]*$/),
  /** What opens the app when an order's reference is added to it; the test app has `app.test.frejaeid.com`. */
  launch: z
    .string()
    .regex(/^(https?:\/\/|simulators:\/)/)
    .default('https://app.frejaeid.com/freja?action=bindUserToTransaction'),
  /** Which of an integrator's relying parties the municipality is. */
  relyingParty: z
    .string()
    .regex(/^[\w.-]+$/)
    .exactOptional(),
})

export type FrejaSettings = Readonly<z.infer<typeof FrejaSettings>>
