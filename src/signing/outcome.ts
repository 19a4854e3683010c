import { z } from 'zod'
import type { Kept, SigningOutcome } from '../identity/public.ts'
import type { Result } from '../platform/result.ts'
import { authenticationEvidence } from './evidence/authentication/evidence.ts'
import { verifyEvidence } from './evidence/verify.ts'
import { type CollectedSignature, Evidence, type Verified } from './methods/method.ts'
import { SigningWhat } from './what.ts'

/** What an app's order gives once somebody has signed it, as identity keeps it. */
const OrderSignature = z.object({ evidence: Evidence, level: z.string(), trusted: z.string() }).readonly()

/** An order's signature in the shape in which identity keeps it: as JSON whose content it doesn't know. */
export const keptSignature = ({
  evidence,
  level,
  trusted,
}: CollectedSignature & { readonly kind: 'complete' }): Kept => ({
  evidence,
  level,
  trusted,
})

/** A signature with what it is of, on its way to be put with it. */
export type ReadOutcome = {
  readonly what: SigningWhat
  readonly method: string
  readonly level: string
  readonly evidence: Evidence
  readonly trusted: string
}

/** What has come of a transaction that signs. Throws for what no program of ours has kept. */
export function readOutcome(outcome: SigningOutcome): ReadOutcome {
  const what = SigningWhat.parse(outcome.what)
  const { method } = outcome
  if (outcome.by === 'order') return { what, method, ...OrderSignature.parse(outcome.signature) }
  const { identity, proof } = outcome
  const evidence = authenticationEvidence(what.text, { identity, proof })
  return { what, method, level: identity.level, evidence, trusted: proof.trusted }
}

/** Verifies a signature once more before it counts, as anybody can later on. */
export const verifyOutcome = async ({ evidence, what, trusted }: ReadOutcome): Promise<Result<Verified, string>> =>
  await verifyEvidence(evidence, { text: what.text, signer: what.signer }, trusted)
