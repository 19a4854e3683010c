import { type PostedForm, postedText, postedTexts } from '../forms/posted-form.ts'

/** Names of the hidden fields of a step, beside those of its questions. */
export const stepFields = {
  /** The revision of the draft that the page was rendered with. */
  revision: 'revision',
  /** Ids of questions whose conflict the page shows. */
  undecided: 'undecided',
  /** Ids of questions that the page shows problems of. */
  wrong: 'wrong',
  /** What was pressed. */
  action: 'action',
} as const

/** What somebody pressed in a step. */
export type StepAction =
  | { readonly kind: 'next' | 'previous' | 'save' | 'save-and-leave' | 'update' }
  | { readonly kind: 'upload'; readonly questionId: string }
  | { readonly kind: 'remove-file'; readonly questionId: string; readonly fileId: string }

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
  const [word, questionId, fileId] = action.split(':')
  if (word === 'ladda-upp' && questionId) return { kind: 'upload', questionId }
  if (word === 'ta-bort' && questionId && fileId) return { kind: 'remove-file', questionId, fileId }
  return { kind: 'update' }
}

/** The revision that the page was rendered with; the first when it says nothing sensible, so that nothing newer is overwritten. */
export function readRevision(posted: PostedForm): number {
  const revision = postedText(posted, stepFields.revision)
  return /^\d{1,9}$/.test(revision) ? Number(revision) : 0
}

/** Questions whose conflict stood on the page. */
export const readUndecided = (posted: PostedForm): ReadonlySet<string> =>
  new Set(postedTexts(posted, stepFields.undecided))

/** Questions that the page said something was wrong with. */
export const readWrong = (posted: PostedForm): ReadonlySet<string> => new Set(postedTexts(posted, stepFields.wrong))
