import { z } from 'zod'
import type { LockedDraft } from '../drafts/public.ts'
import { canonicalJson } from '../forms/canonical-json.ts'
import type { ReadOutcome } from './outcome.ts'
import type { Party, Request } from './request.ts'

/**
 * Why a signature doesn't count, each with its own code.
 * `not-fetched`: one of several who sign is protected by now, or nobody could ask (B1.4).
 * `not-collecting`: the answers are open to change, taken back or sent.
 * `earlier-round`: they have been changed and sealed anew since.
 * After `not-verified` stands the evidence's own code.
 */
export type Refusal =
  | 'signing-no-request'
  | 'signing-not-collecting'
  | 'signing-earlier-round'
  | 'signing-other-person'
  | 'signing-not-fetched'
  | 'signing-declined'
  | 'signing-not-asked'
  | 'signing-other-draft'
  | 'signing-other-version'
  | 'signing-other-answers'
  | 'signing-other-attachment'
  | 'signing-other-parties'
  | `signing-not-verified:${string}`

type Standing = {
  readonly held: LockedDraft
  readonly request: Request
  readonly party: Party
  readonly signature: Pick<ReadOutcome, 'what'>
}

/** Why a signature can't be put now, or not by this person; undefined when it can. */
export function whyNotSigner({ held, request, party, signature }: Standing): Refusal | undefined {
  const { round, person } = signature.what.subject
  if (held.state !== 'sealed' || request.state !== 'collecting') return 'signing-not-collecting'
  if (held.round !== round || request.round !== round) return 'signing-earlier-round'
  if (party.personId !== person) return 'signing-other-person'
  if (party.state === 'declined') return 'signing-declined'
  return party.state === 'invited' || party.state === 'read' ? undefined : 'signing-not-asked'
}

const Manifest = z.object({
  draft: z.string(),
  service: z.string(),
  version: z.string(),
  answers: z.string(),
  files: z.array(z.object({ id: z.string(), sha256: z.string() })),
  parties: z.array(z.object({ position: z.int(), role: z.string() })),
  signer: z.int(),
})

/** Why a signed manifest isn't the one of what is sealed (`manifestFor`); undefined when it is, to the letter. */
export function whyNotCovered(signed: string, sealed: string): Refusal | undefined {
  if (signed === sealed) return undefined
  const [theirs, ours] = [Manifest.parse(JSON.parse(signed)), Manifest.parse(JSON.parse(sealed))]
  if (theirs.draft !== ours.draft) return 'signing-other-draft'
  if (theirs.service !== ours.service || theirs.version !== ours.version) return 'signing-other-version'
  if (theirs.answers !== ours.answers) return 'signing-other-answers'
  if (canonicalJson(theirs.files) !== canonicalJson(ours.files)) return 'signing-other-attachment'
  return 'signing-other-parties'
}
