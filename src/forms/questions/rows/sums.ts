import type { Texts } from '../../../platform/texts/texts.ts'
import type { FindQuestionType } from '../../any-question.ts'
import type { Question } from '../../question.ts'
import { inOneLine, type SummaryPair } from '../../summary-value.ts'
import { typeIn } from './cell.ts'

/** The most decimals that a question may ask for. */
const decimals = 6

/** Adds numbers as they are written in figures: ten times 0,1 is 1. */
export function sumOf(numbers: readonly number[]): number {
  // Whole numbers, as most are, add up by themselves as long as they stay exact.
  const whole = numbers.reduce((so, number) => (Number.isInteger(number) ? exactSum(so, number) : Number.NaN), 0)
  if (!Number.isNaN(whole)) return whole
  const sum = numbers.reduce((so, number) => so + BigInt(number.toFixed(decimals).replace('.', '')), 0n)
  const figures = String(sum < 0n ? -sum : sum).padStart(decimals + 1, '0')
  return Number(`${sum < 0n ? '-' : ''}${figures.slice(0, -decimals)}.${figures.slice(-decimals)}`)
}

const exactSum = (a: number, b: number): number => (Number.isSafeInteger(a + b) ? a + b : Number.NaN)

type Summing = {
  readonly sums: readonly string[]
  readonly questions: readonly Question[]
  readonly find: FindQuestionType
  readonly texts: Texts
  /** The numbers that stand in the rows of a question; none for a cell without. */
  readonly numbers: (question: Question) => readonly number[]
}

/** What the chosen columns come to, in words. */
export const sumsInWords = ({ sums, questions, find, texts, numbers }: Summing): readonly SummaryPair[] =>
  questions
    .filter(({ id }) => sums.includes(id))
    .map((question) => ({
      label: texts.t('forms.rows.sum', { label: withinSentence(texts.pick(question.label)) }),
      value: inOneLine(typeIn(find, question).summarise(sumOf(numbers(question)), question, texts)),
    }))

/** A label as it is written after another word: "Belopp" with a small letter, "IBAN" as it is. */
const withinSentence = (label: string): string =>
  /^\p{Lu}\p{Ll}/u.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label
