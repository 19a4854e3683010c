import { z } from 'zod'
import { type HasSigned, type OrderMethod, Proof, VerifiedIdentity } from './methods/method.ts'

const AnyKept = z.record(z.string(), z.unknown()).readonly()

/** What a transaction that signs keeps until the answer: what is signed, by its domain, and the method's own. */
export const KeptToSign = z
  .object({
    what: AnyKept,
    own: AnyKept,
    /** Path of our own where the signing was begun, and is begun anew by another device. */
    begunAt: z.string(),
  })
  .readonly()

export type KeptToSign = z.infer<typeof KeptToSign>

const known = {
  /** The municipality's name for the method. */
  method: z.string(),
  /** What was given to `startSigning`. */
  what: AnyKept,
}

/** What has come of a transaction that signs; kept, sealed, until it has been put with what was signed. */
export const SigningOutcome = z.discriminatedUnion('by', [
  /** `signature` is what the order's `collect` gave. */
  z.object({ ...known, by: z.literal('order'), signature: AnyKept }).readonly(),
  /** By a fresh identification at a provider, whose answer is bound to the text. */
  z.object({ ...known, by: z.literal('redirect'), identity: VerifiedIdentity, proof: Proof }).readonly(),
])

export type SigningOutcome = z.infer<typeof SigningOutcome>

/** A way to sign in the person's own app. */
export type SigningOrderMethod = OrderMethod<HasSigned>
