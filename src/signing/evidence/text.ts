import type { SummaryGroup, SummaryLine } from '../../forms/summary.ts'
import { named, type SummaryRows, type SummaryValue } from '../../forms/summary-value.ts'
import { unreachable } from '../../platform/result.ts'
import type { Texts } from '../../platform/texts/texts.ts'
import type { SignedText } from '../methods/method.ts'
import { harmlessLines } from './harmless.ts'

/** What is to be signed, in words. */
export type Readable = {
  /** The e-service's. */
  readonly title: string
  /** What stands before the answers, a line each: whose e-service it is, as what the person signs. */
  readonly lead: readonly string[]
  /** The answers that the person may see, as the review page shows them. */
  readonly groups: readonly SummaryGroup[]
  /** How many files there are among them. */
  readonly files: number
}

/** Where a text is read: in which format, and whether it is short enough. */
export type Reader = { readonly format: SignedText['format']; readonly fits: (text: string) => boolean }

/** Characters of base64 that BankID takes (relying party interface, `userVisibleData`). */
const longestInBankId = 40_000

/** BankID's app. */
export const bankIdReader: Reader = {
  format: 'simpleMarkdownV1',
  fits: (text) => Math.ceil(Buffer.byteLength(text) / 3) * 4 <= longestInBankId,
}

/** An app or a page that shows text as it is, so many characters (UTF-16) at most. */
export const plainReader = (longest: number): Reader => ({
  format: 'plain',
  fits: (text) => text.length <= longest,
})

/** Characters that are shown of each answer, tried until all of it fits: the longest answers lose most, and no question is lost. */
const answerLengths: readonly number[] = [Number.POSITIVE_INFINITY, 2_000, 400, 80]

/**
 * What somebody reads before they sign: title, lead, and step by step each question with its answer. What is written in answers never looks like anything else:
 * no line begins with it, and it formats nothing. Where a reader has no room, long answers are shortened, then the end is left out; the last line says so, and
 * that all of it is signed by checksum (`manifest.ts`).
 */
export function textToSign(
  readable: Readable,
  { format, fits }: Reader,
  texts: Texts,
): Pick<SignedText, 'visible' | 'format'> {
  const write = writers[format]
  const written = (longest: number) => [
    ...headed(write.title, readable.title, write),
    ...readable.lead.flatMap((line) => harmlessLines(line).map((words) => write.words(words).replace(marked, dash))),
    ...readable.groups.flatMap(({ title, lines }) => [
      ...headed(write.step, title, write),
      ...lines.flatMap((line) => answerIn(line, { longest, write, texts })),
    ]),
  ]
  const ended = (lines: readonly string[], isWhole: boolean) =>
    [
      ...lines,
      write.rule,
      isWhole ? texts.t('signing.text.whole', { files: readable.files }) : texts.t('signing.text.cut'),
    ].join('\n')

  for (const longest of answerLengths) {
    const visible = ended(written(longest), longest === Number.POSITIVE_INFINITY)
    if (fits(visible)) return { visible, format }
  }
  const lines = written(answerLengths.at(-1) ?? 0)
  const upTo = (count: number) => ended(lines.slice(0, count), false)
  return { visible: upTo(mostThat((count) => fits(upTo(count)), lines.length)), format }
}

/** The marks of a format, around texts that are harmless already. */
type Writer = {
  readonly title: (text: string) => string
  readonly step: (text: string) => string
  readonly label: (text: string) => string
  readonly words: (text: string) => string
  readonly rule: string
}

const writers: Readonly<Record<SignedText['format'], Writer>> = {
  plain: {
    title: (text) => text,
    step: (text) => `\n${text}`,
    label: (text) => text,
    words: (text) => text,
    rule: '',
  },
  simpleMarkdownV1: {
    title: (text) => `# ${text}`,
    step: (text) => `## ${text}`,
    label: (text) => `*${text}*`,
    // The signs that format inside a line are replaced by their likes: whether the app knows escapes isn't told.
    words: (text) => text.replaceAll('*', '∗').replaceAll('|', '∣').replaceAll('\\', '＼'),
    rule: '---',
  },
}

const headed = (write: Writer['title'], text: string, { words }: Writer): readonly string[] => [
  write(words(harmlessLines(text).join(' '))),
]

/** Before what would make a heading, a list or a rule of a line. */
const marked = /^(?=[#+-])/

/** A dash begins each line of an answer: in neither format does it mean anything, and nothing that follows it can. */
const dash = '– '

function answerIn(
  { label, value }: SummaryLine,
  { longest, write, texts }: { readonly longest: number; readonly write: Writer; readonly texts: Texts },
): readonly string[] {
  const question = harmlessLines(label).join(' ')
  const head = write.label(write.words(/[?:]$/.test(question) ? question : `${question}:`))
  const words = value.kind === 'nothing' ? [texts.t('cases.answers.nothing')] : wordsIn(value)
  const lines = shortened(words.flatMap(harmlessLines), longest).map(write.words)
  const [only] = lines
  return lines.length === 1 ? [`${head} ${only}`] : [head, ...lines.map((line) => `${dash}${line}`)]
}

function wordsIn(value: SummaryValue): readonly string[] {
  switch (value.kind) {
    case 'nothing':
      return []
    case 'text':
      return [value.text]
    case 'paragraphs':
      return value.paragraphs
    case 'list':
      return value.items
    case 'pairs':
      return [...value.pairs.map(named), ...(value.note ? [value.note] : [])]
    case 'files':
      return value.files.map(({ name }) => name)
    case 'rows':
      return wordsInRows(value)
    default:
      return unreachable(value)
  }
}

function wordsInRows({ columns, rows, count, sums }: SummaryRows): readonly string[] {
  const cellsOf = (cells: readonly string[]) =>
    columns.flatMap((label, column) => (cells[column] ? [named({ label, value: cells[column] })] : []))
  return [
    count,
    ...rows.map(({ name, cells }) => named({ label: name, value: cellsOf(cells).join('; ') })),
    ...sums.map(named),
  ]
}

/** The lines of an answer, so many characters of them, and a sign that there was more. */
function shortened(lines: readonly string[], longest: number): readonly string[] {
  const shown: string[] = []
  let left = longest
  for (const line of lines) {
    if (left <= 0) return [...shown, more]
    if (line.length > left) return [...shown, `${Array.from(line).slice(0, left).join('')} ${more}`]
    shown.push(line)
    left -= line.length
  }
  return shown
}

const more = '[…]'

/** The most, up to a number, of which something is true; it is of none that is larger than one of which it isn't. */
function mostThat(isTrueOf: (count: number) => boolean, upTo: number): number {
  let [least, most] = [0, upTo]
  while (least < most) {
    const middle = Math.ceil((least + most) / 2)
    if (isTrueOf(middle)) least = middle
    else most = middle - 1
  }
  return least
}
