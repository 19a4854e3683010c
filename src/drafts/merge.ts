import type { TypedValues } from '../forms/answers.ts'
import { isSameJson } from '../forms/canonical-json.ts'
import { held, type Json } from '../forms/json.ts'
import { type StoredAnswers, typedAnswer } from './content.ts'

/** What a page posts, to be put into what is stored. */
export type Merging = {
  /** The revision of the draft that the page was rendered with. */
  readonly seen: number
  /** What was typed in the questions of the page. */
  readonly posted: TypedValues
  /** The revision that the draft gets if anything changes. */
  readonly next: number
  /** Questions whose conflict is on the person's screen and not decided: an autosave leaves them alone. */
  readonly undecided: ReadonlySet<string>
  /** What of a question's typed value the person said (`said` of its type), all of it when absent: only about that can two windows disagree. */
  readonly said?: (questionId: string, typed: Json | undefined) => Json | undefined
}

export type Merged = {
  readonly answers: StoredAnswers
  readonly changed: boolean
  /** Questions that were not saved, since another window has saved something else since the page was rendered. */
  readonly conflicts: readonly string[]
}

/**
 * Puts what a page posts into what is stored. Two windows may edit one draft: only an answer that is both newer than the
 * page and different conflicts; it keeps what is stored, and whoever calls shows both. Everything else is saved.
 */
export function merge(
  stored: StoredAnswers,
  { seen, posted, next, undecided, said = (_id, typed) => typed }: Merging,
): Merged {
  const different = Object.entries(posted).filter(([id, typed]) => !isSame(held(stored, id)?.typed, typed))
  const isNewer = (id: string): boolean => (held(stored, id)?.revision ?? 0) > seen
  const conflicts = different
    .filter(([id]) => isNewer(id) || undecided.has(id))
    .filter(([id, typed]) => !isSame(said(id, held(stored, id)?.typed), said(id, typed)))
    .map(([id]) => id)
  const kept = new Set(conflicts)
  const saved = different.filter(([id]) => !kept.has(id)).map(([id, typed]) => [id, typedAnswer(typed, next)] as const)
  return { answers: { ...stored, ...Object.fromEntries(saved) }, changed: saved.length > 0, conflicts }
}

/** Whether two typed values are the same value. */
export const isSame = isSameJson
