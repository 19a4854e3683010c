import { z } from 'zod'
import type { TypedValues } from '../forms/answers.ts'
import { holdsUndefined, type Json } from '../forms/json.ts'
import { type OpenedAgain, StoredRuleParts } from '../forms/opened-again.ts'
import { openJson, sealJson } from '../platform/cryptography/sealing.ts'
import { Passed } from './passed.ts'

/** What a question's typed value looks like, its type alone knows. That it is JSON is known: it comes out of `JSON.parse`. */
export const StoredJson: z.ZodType<Json> = z.custom<Json>((value) => value !== undefined)

/** What was typed in one question, and the revision of the draft that brought it. */
export type StoredAnswer = { readonly typed: Json; readonly revision: number }

/** A guard, since each page of a long form reads hundreds of them. */
const StoredAnswer = z.custom<StoredAnswer>(
  (value) =>
    typeof value === 'object' &&
    value !== null &&
    'typed' in value &&
    'revision' in value &&
    Number.isSafeInteger(value.revision),
)

/** An answer as it is stored: the typed value as JSON has it, without members that are undefined. */
export const typedAnswer = (typed: Json, revision: number): StoredAnswer =>
  StoredAnswer.parse({ typed: holdsUndefined(typed) ? JSON.parse(JSON.stringify(typed)) : typed, revision })

const LeftBehind = z
  .object({
    /** The version and its question that it was typed in. */
    versionId: z.string(),
    questionId: z.string(),
    typed: StoredJson,
    /** Whether it still stands in the draft, to be looked through. */
    kept: z.boolean(),
  })
  .readonly()

/** Something typed that didn't fit when the draft moved to a newer version. */
export type LeftBehind = z.infer<typeof LeftBehind>

const Move = z
  .object({
    /** The version that the person knew. */
    from: z.string(),
    /** Whether they have been told that the form has changed. */
    seen: z.boolean(),
    left: z.array(LeftBehind).readonly(),
  })
  .readonly()

/** That a draft has moved to a newer version of its form, and what did not come with it. */
export type Move = z.infer<typeof Move>

const Content = z
  .object({
    schemaVersion: z.literal(1),
    answers: z.record(z.string(), StoredAnswer).readonly(),
    /**
     * What was typed in a window whose session had ended, where another window has saved something else meanwhile: kept
     * beside the answer until the person has seen both and saved.
     */
    waiting: z.record(z.string(), StoredJson).readonly().default({}),
    move: Move.optional(),
    /** Checksum of what was printed from it the last time, in a form on paper. */
    printed: z.string().optional(),
    passed: Passed.optional(),
    /** What was sent, in a draft that supplements a case. */
    before: z
      .object({
        answers: z.record(z.string(), StoredJson).readonly(),
        asked: z.array(z.string()).readonly(),
        seen: StoredRuleParts.optional(),
      })
      .readonly()
      .optional(),
  })
  .readonly()

/** What a draft holds: question id → what was typed. */
export type Content = z.infer<typeof Content>

export type StoredAnswers = Content['answers']

/** A row of the private space, so that nothing sealed can be read as another draft's or another municipality's. */
export type DraftPlace = { readonly tenant: string; readonly draft: string }

/** What a row of the private space is bound to. */
export const place = ({ tenant, draft }: DraftPlace): string => `draft:${tenant}:${draft}`

/** What the draft's own key is bound to when the municipality's key wraps it. */
export const keyBinding = ({ draft }: DraftPlace): string => `draft:${draft}`

export const sealContent = (key: Uint8Array, content: Content, at: DraftPlace): Buffer =>
  sealJson(key, content, place(at))

export const openContent = (key: Uint8Array, sealed: Uint8Array, at: DraftPlace): Content =>
  Content.parse(openJson(key, sealed, place(at)))

/** The first content of a draft: what was known beforehand. */
export const contentOf = ({
  typed,
  before,
}: {
  readonly typed: TypedValues
  readonly before?: OpenedAgain
}): Content => ({
  schemaVersion: 1,
  answers: Object.fromEntries(Object.entries(typed).map(([id, value]) => [id, typedAnswer(value, 0)])),
  waiting: {},
  ...(before && { before }),
})

/** The typed values alone. */
export const typedIn = (answers: StoredAnswers): TypedValues =>
  Object.fromEntries(Object.entries(answers).map(([id, { typed }]) => [id, typed]))

const SealedFile = z
  .object({
    questionId: z.string(),
    name: z.string(),
    mediaType: z.string(),
    /** Bytes. */
    size: z.int().min(0),
    sha256: z.base64url(),
    key: z.base64url(),
  })
  .readonly()

/** A file in a draft, with its own key in the clear: never to be stored or sent so. */
export type DraftFile = {
  readonly fileId: string
  readonly questionId: string
  readonly name: string
  readonly mediaType: string
  readonly size: number
  readonly sha256: Uint8Array
  readonly key: Uint8Array
}

const filePlace = (at: DraftPlace, fileId: string): string => `draft-file:${at.tenant}:${at.draft}:${fileId}`

export function sealFile(key: Uint8Array, file: DraftFile, at: DraftPlace): Buffer {
  const { fileId, questionId, name, mediaType, size } = file
  const bytes = {
    sha256: Buffer.from(file.sha256).toString('base64url'),
    key: Buffer.from(file.key).toString('base64url'),
  }
  return sealJson(key, { questionId, name, mediaType, size, ...bytes }, filePlace(at, fileId))
}

export function openFileRow(
  key: Uint8Array,
  row: { readonly fileId: string; readonly sealed: Uint8Array },
  at: DraftPlace,
): DraftFile {
  const file = SealedFile.parse(openJson(key, row.sealed, filePlace(at, row.fileId)))
  return {
    ...file,
    fileId: row.fileId,
    sha256: Buffer.from(file.sha256, 'base64url'),
    key: Buffer.from(file.key, 'base64url'),
  }
}
