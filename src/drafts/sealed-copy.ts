import { z } from 'zod'
import type { TypedValues } from '../forms/answers.ts'
import type { Json } from '../forms/json.ts'
import { StoredRuleParts } from '../forms/opened-again.ts'
import { open, openJson, seal, sealJson } from '../platform/cryptography/sealing.ts'
import { type DraftPlace, place, StoredJson } from './content.ts'

export const SealedCopy = z
  .object({
    schemaVersion: z.literal(1),
    serviceId: z.string(),
    versionId: z.string(),
    /** The case that it supplements. */
    caseId: z.string().optional(),
    answers: z.record(z.string(), StoredJson).readonly(),
    asked: z.array(z.string()).readonly(),
    /** What the form's rules saw, as `seenByRules` gave it. */
    seen: StoredRuleParts,
    /** The group that gets the case. */
    group: z.string(),
    applicantName: z.string().optional(),
    /** ISO 8601. */
    sealedAt: z.iso.datetime(),
  })
  .readonly()

/** What was in a draft when its owner went on to have it signed: the answers as they are to be sent, and what they were validated by. */
export type SealedCopy = z.infer<typeof SealedCopy>

/** A round of a draft's sealing: what was sealed in one can't be read as another's. */
export type RoundPlace = DraftPlace & { readonly round: number }

/** A party of a draft, and in a round where there is one. */
export type PartyPlace = DraftPlace & { readonly party: string }

const copyPlace = ({ round, ...at }: RoundPlace): string => `${place(at)}:copy:${round}`

export const sealCopy = (key: Uint8Array, copy: SealedCopy, at: RoundPlace): Buffer =>
  sealJson(key, copy, copyPlace(at))

export const openCopy = (key: Uint8Array, sealed: Uint8Array, at: RoundPlace): SealedCopy =>
  SealedCopy.parse(openJson(key, sealed, copyPlace(at)))

const signaturePlace = ({ round, party, ...at }: RoundPlace & PartyPlace): string =>
  `${place(at)}:signature:${round}:${party}`

export const sealSignature = (key: Uint8Array, content: Json, at: RoundPlace & PartyPlace): Buffer =>
  sealJson(key, content, signaturePlace(at))

export const openSignature = (key: Uint8Array, sealed: Uint8Array, at: RoundPlace & PartyPlace): Json =>
  StoredJson.parse(openJson(key, sealed, signaturePlace(at)))

const Typed = z.record(z.string(), StoredJson).readonly()

const answersPlace = ({ party, ...at }: PartyPlace): string => `${place(at)}:party-answers:${party}`

export const sealPartyAnswers = (key: Uint8Array, typed: TypedValues, at: PartyPlace): Buffer =>
  sealJson(key, typed, answersPlace(at))

export const openPartyAnswers = (key: Uint8Array, sealed: Uint8Array, at: PartyPlace): TypedValues =>
  Typed.parse(openJson(key, sealed, answersPlace(at)))

/** Where a text belongs that is kept elsewhere under a draft's key: `what` says which one it is, as `reason:<party>`. */
export type TextPlace = DraftPlace & { readonly what: string }

const textPlace = ({ what, ...at }: TextPlace): string => `${place(at)}:text:${what}`

/** Encrypts a text under a draft's key, for a row of another room. */
export const sealUnderDraft = (key: Uint8Array, at: TextPlace, text: string): Buffer =>
  seal(key, Buffer.from(text), textPlace(at))

/** Opens what `sealUnderDraft` made. Throws when key, place or a single bit is another. */
export const openUnderDraft = (key: Uint8Array, at: TextPlace, sealed: Uint8Array): string =>
  open(key, sealed, textPlace(at)).toString('utf8')
