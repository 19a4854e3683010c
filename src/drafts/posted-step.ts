import type { TypedValues } from '../forms/answers.ts'
import { canonicalJson } from '../forms/canonical-json.ts'
import type { Json } from '../forms/json.ts'
import { type PostedForm, postedText, postedTexts } from '../forms/posted-form.ts'
import type { Problem } from '../forms/problem.ts'
import { Id } from '../platform/ids.ts'

/** Names of the hidden fields of a step, beside those of its questions. */
export const stepFields = {
  /** The revision of the draft that the page was rendered with. */
  revision: 'revision',
  /** The version of the form that the page was rendered in. */
  version: 'version',
  /** Ids of questions whose conflict the page shows. */
  undecided: 'undecided',
  /** Questions that the page shows problems of, and their parts (`wrongName`). */
  wrong: 'wrong',
  /** What stood on the page beforehand, as defaults and what is known of the person gave it: `<question>:<typed value as JSON>`. */
  suggested: 'suggested',
  /** What was pressed. */
  action: 'action',
} as const

/** What somebody pressed in a step. */
export type StepAction =
  | { readonly kind: 'next' | 'previous' | 'save' | 'save-and-leave' | 'update' }
  | { readonly kind: 'upload'; readonly questionId: string }
  | { readonly kind: 'remove-file'; readonly questionId: string; readonly fileId: string }
  | ({ readonly kind: 'question' } & QuestionPress)

/** A button inside a question's field was pressed; the question's type knows what it means. */
export type QuestionPress = { readonly questionId: string; readonly what: string }

const words = {
  nasta: 'next',
  foregaende: 'previous',
  spara: 'save',
  'spara-avsluta': 'save-and-leave',
  uppdatera: 'update',
} as const

/** What the buttons post, for the view. */
export const actionWords = {
  next: 'nasta',
  previous: 'foregaende',
  save: 'spara',
  leave: 'spara-avsluta',
  update: 'uppdatera',
} as const

const isWord = (word: string): word is keyof typeof words => Object.hasOwn(words, word)

/** Which button was pressed. What no button posts only saves: it must neither lead on nor lose anything. */
export function readAction(posted: PostedForm): StepAction {
  const action = postedText(posted, stepFields.action)
  if (isWord(action)) return { kind: words[action] }
  const [word, questionId, fileId, ...more] = action.split(':')
  if (word === 'ladda-upp' && questionId) return { kind: 'upload', questionId }
  if (word === 'ta-bort' && questionId && fileId) return { kind: 'remove-file', questionId, fileId }
  if (word === 'fraga' && questionId && fileId) {
    return { kind: 'question', questionId, what: [fileId, ...more].join(':') }
  }
  return { kind: 'update' }
}

/** The revision that the page was rendered with; the first when it says nothing sensible, so that nothing newer is overwritten. */
export function readRevision(posted: PostedForm): number {
  const revision = postedText(posted, stepFields.revision)
  return /^\d{1,9}$/.test(revision) ? Number(revision) : 0
}

/** The version that the page was rendered in; undefined when it says nothing sensible. */
export function readVersion(posted: PostedForm): string | undefined {
  const version = Id.safeParse(postedText(posted, stepFields.version))
  return version.success ? version.data : undefined
}

/** Questions whose conflict stood on the page. */
export const readUndecided = (posted: PostedForm): ReadonlySet<string> =>
  new Set(postedTexts(posted, stepFields.undecided))

/** How a page says what was put into a question beforehand. */
export const suggestion = (questionId: string, typed: Json): string => `${questionId}:${canonicalJson(typed)}`

/**
 * What was typed, without what stood there beforehand and nobody has touched: until the person leaves the page by it, it isn't chosen, and
 * follows what else is answered and known.
 */
export function withoutSuggested(typed: TypedValues, posted: PostedForm, before: TypedValues): TypedValues {
  const suggested = new Set(postedTexts(posted, stepFields.suggested))
  if (suggested.size === 0) return typed
  const isLeft = ([id, value]: readonly [string, Json]): boolean =>
    !Object.hasOwn(before, id) && suggested.has(suggestion(id, value))
  return Object.fromEntries(Object.entries(typed).filter((entry) => !isLeft(entry)))
}

/** What is stored, as it stood on the page: with the questions that were filled in beforehand, so that to empty one of them is to answer it. */
export const withSuggested = (stored: TypedValues, posted: PostedForm): TypedValues => ({
  ...Object.fromEntries(postedTexts(posted, stepFields.suggested).map((text) => [text.split(':')[0], null])),
  ...stored,
})

/** Whether a button takes the page as it stands, with what stood there beforehand; the others only change something on it. */
export const takesAsItStands = (posted: PostedForm): boolean =>
  ['next', 'previous', 'save', 'save-and-leave'].includes(readAction(posted).kind)

/** What a page says of a problem that it shows. */
export const wrongName = ({ questionId, part }: Problem): string =>
  part === undefined ? questionId : `${questionId}.${part}`

/** Whether a page has told of problems in a question. */
export const hasTold = (posted: PostedForm, questionId: string): boolean =>
  postedTexts(posted, stepFields.wrong).some((name) => name === questionId || name.startsWith(`${questionId}.`))

/** Which of the problems that there are now the page has shown before; they are only looked for when it has shown any. */
export function shownBefore(posted: PostedForm, find: () => readonly Problem[]): readonly Problem[] {
  const wrong = new Set(postedTexts(posted, stepFields.wrong))
  return wrong.size === 0 ? [] : find().filter((problem) => wrong.has(wrongName(problem)))
}
