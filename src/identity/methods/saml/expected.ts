import { z } from 'zod'

const ToSignHere = z
  .object({
    digest: z.string(),
    message: z.string(),
    signer: z.object({ scheme: z.enum(['swedish-number', 'prid']), number: z.string() }).readonly(),
    /** The provider's metadata says that it shows texts, and that it proves it. */
    shown: z.boolean(),
  })
  .readonly()

/** What an answer is checked against: kept, sealed, while the person is at the provider. */
export const Expected = z
  .object({
    /** Names the transaction; comes back as RelayState. */
    state: z.string().min(1),
    /** The request's ID, which the answer repeats as InResponseTo. */
    request: z.string().min(1),
    /** When it was asked, in milliseconds since 1970. */
    asked: z.number().int(),
    /** Who was asked: the provider's entityID. */
    provider: z.string().min(1),
    /** Our own entityID. */
    entityId: z.string().min(1),
    /** Where the answer was to be sent. */
    answerAddress: z.string().min(1),
    /** Levels that were asked for. */
    levels: z.array(z.string()),
    /** What the answer is to sign: the request's ID has the digest in it. */
    toSign: ToSignHere.exactOptional(),
  })
  .readonly()

export type Expected = z.infer<typeof Expected>

/** Milliseconds that another's clock may differ from ours: the deployment profile's limit. */
export const skew = 60_000

/** Milliseconds between an answer's making and its arrival, by one clock: the browser carries it over at once. */
const onItsWay = 60_000

/** Whether an instant, in milliseconds since 1970, is that of something made just now. Undefined when it is. */
export function freshnessProblem(made: number, now: number): 'saml-stale' | 'saml-clock-ahead' | undefined {
  if (made > now + skew) return 'saml-clock-ahead'
  return made < now - skew - onItsWay ? 'saml-stale' : undefined
}
