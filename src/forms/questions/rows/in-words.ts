import type { Texts } from '../../../platform/texts/texts.ts'
import { held, type JsonObject } from '../../json.ts'
import { rowInWords } from '../../problem.ts'
import type { Question } from '../../question.ts'
import { inOneLine, type SummaryRows } from '../../summary-value.ts'
import { typeIn } from './cell.ts'
import type { Reading } from './cells-of-row.ts'
import { readCell } from './read-row.ts'
import type { RowsQuestion } from './settings.ts'
import { sumsInWords } from './sums.ts'
import type { Row } from './typed.ts'

/** How rows are put into words. */
export type RowWords = Pick<Reading, 'questions' | 'find'> & { readonly texts: Texts }

/** Answered rows in words. */
export function answersInWords(
  answers: readonly JsonObject[],
  question: RowsQuestion,
  { questions, find, texts }: RowWords,
): SummaryRows {
  const cell = (answer: JsonObject, column: Question): string => {
    const value = held(answer, column.id)
    return value === undefined ? '' : inOneLine(typeIn(find, column).summarise(value, column, texts))
  }
  const numbers = (column: Question) =>
    answers.map((answer) => held(answer, column.id)).filter((value) => typeof value === 'number')
  return {
    kind: 'rows',
    columns: questions.map(({ label }) => texts.pick(label)),
    rows: answers.map((answer, index) => ({
      name: rowInWords({ number: index + 1, name: question.rowName }, texts),
      cells: questions.map((column) => cell(answer, column)),
    })),
    count: texts.t('forms.rows.count', { count: answers.length }),
    sums: sumsInWords({ sums: question.sums, questions, find, texts, numbers }),
  }
}

/** Typed rows in words, right or wrong. */
export function typedInWords(
  rows: readonly Row[],
  question: RowsQuestion,
  { reading, texts }: { readonly reading: Reading; readonly texts: Texts },
): SummaryRows {
  const { questions } = reading
  return {
    kind: 'rows',
    columns: questions.map(({ label }) => texts.pick(label)),
    rows: rows.map((row, index) => ({
      name: rowInWords({ number: index + 1, name: question.rowName }, texts),
      cells: questions.map((column) => cellInWords(row, column, { reading, texts })),
    })),
    count: texts.t('forms.rows.count', { count: rows.length }),
    sums: typedSums(rows, question, { reading, texts }),
  }
}

/** A cell's answer in words; as it was typed, when it is a wrong one in a single box. */
export function cellInWords(
  row: Row,
  question: Question,
  { reading, texts }: { readonly reading: Reading; readonly texts: Texts },
): string {
  const parsed = readCell(row, question, reading)
  if (parsed.kind === 'answer') {
    return inOneLine(typeIn(reading.find, question).summarise(parsed.answer, question, texts))
  }
  const typed = held(row.values, question.id)
  return typeof typed === 'string' ? typed : ''
}

/** What the chosen columns come to now: what is wrong or missing counts as nothing. */
export function typedSums(
  rows: readonly Row[],
  { sums }: RowsQuestion,
  { reading, texts }: { readonly reading: Reading; readonly texts: Texts },
) {
  const { questions, find } = reading
  const numbers = (question: Question): readonly number[] =>
    rows.flatMap((row) => {
      const parsed = readCell(row, question, reading)
      return parsed.kind === 'answer' && typeof parsed.answer === 'number' ? [parsed.answer] : []
    })
  return sumsInWords({ sums, questions, find, texts, numbers })
}
