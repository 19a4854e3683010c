import type { TextKey } from '../platform/texts/catalogue.ts'
import type { LocalizedText } from '../platform/texts/localized.ts'
import type { Texts } from '../platform/texts/texts.ts'
import type { Question } from './question.ts'

/** A value in a problem's text: plain, or something that each language writes in its own way. */
type ProblemValue =
  | string
  | number
  | { readonly date: string }
  | { readonly time: string }
  | { readonly amount: number }
  | { readonly bytes: number }
  | { readonly text: LocalizedText }
  | { readonly key: TextKey }

/** What is wrong with the answer to a question, seen from its type. `part` is the field inside it, such as `email`. */
export type AnswerProblem = {
  readonly part?: string
  readonly key: TextKey
  readonly values?: Readonly<Record<string, ProblemValue>>
  /** The row that holds the question, when it stands in rows: its number, and what such a row is called. */
  readonly row?: RowName
}

/** A row as it is called: "Rad 3", or "Aktivitet 3" when the definition gives it a name ("aktivitet"). */
export type RowName = { readonly number: number; readonly name?: LocalizedText | undefined }

/** Says which row is meant, in the reader's language. */
export function rowInWords({ number, name }: RowName, { t, pick }: Texts): string {
  if (!name) return t('forms.rows.row', { number })
  const word = pick(name)
  return t('forms.rows.named', { name: word.charAt(0).toUpperCase() + word.slice(1), number })
}

/** What is wrong with an answer, and where: linked from the error summary. */
export type Problem = AnswerProblem & { readonly questionId: string }

/** Says a problem in the reader's language; every text may use `{label}`, the question's own words unless the problem gives others. */
export function problemText(question: Question, problem: AnswerProblem, texts: Texts): string {
  const written = Object.entries(problem.values ?? {}).map(([name, value]) => [name, inWords(value, texts)] as const)
  const said = texts.t(problem.key, { label: texts.pick(question.label), ...Object.fromEntries(written) })
  return problem.row ? texts.t('forms.rows.problem', { row: rowInWords(problem.row, texts), problem: said }) : said
}

function inWords(value: ProblemValue, texts: Texts): string | number {
  if (typeof value !== 'object') return value
  if ('date' in value) return texts.format.date(value.date)
  if ('time' in value) return texts.format.timeOfDay(value.time)
  if ('amount' in value) return texts.format.amount(value.amount)
  if ('bytes' in value) return texts.format.fileSize(value.bytes)
  if ('key' in value) return texts.t(value.key)
  return texts.pick(value.text)
}
