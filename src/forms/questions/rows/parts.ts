import { z } from 'zod'
import type { FindQuestionType } from '../../any-question.ts'
import type { Facts } from '../../facts.ts'
import { held, type JsonObject } from '../../json.ts'
import type { PostedForm } from '../../posted-form.ts'
import type { Question } from '../../question.ts'
import type { Known } from '../../question-type.ts'
import type { RuleParts } from '../../rules/value.ts'
import { actOnRows } from './act.ts'
import { cellPart, typeIn } from './cell.ts'
import type { Reading } from './cells-of-row.ts'
import { answersInWords, typedInWords } from './in-words.ts'
import { parseRows, type Tell } from './parse.ts'
import { isBlank, readRows, untouched } from './posted.ts'
import { rowsSeen, rowsType } from './rule.ts'
import { type RowsQuestion, rowFaults } from './settings.ts'
import { noRows, rowIdOf, TypedRows } from './typed.ts'

/** Who has more continues on a paper of their own. */
const rowsOnPaper = 5

type RowsParts<Asked> = {
  readonly find: FindQuestionType
  /** The setting that holds the questions of a row. */
  readonly setting: 'columns' | 'questions'
  readonly questionsOf: (question: Asked) => readonly Question[]
  readonly most: number
  /** One row is open at a time; else all are on the page. */
  readonly oneOpen: boolean
  readonly tell: Tell
}

/** What a table and a repeated group have in common: everything but how they look. The answer is a list of {question id: answer}. */
export function rowsParts<Asked extends RowsQuestion>(parts: RowsParts<Asked>) {
  const { find, setting, questionsOf, most, oneOpen, tell } = parts
  const cells = (question: Asked) => ({ questions: questionsOf(question), find })
  const reading = (question: Asked, facts: Facts): Reading => ({
    ...cells(question),
    facts,
    outside: question.outside,
  })
  return {
    check: (question: Asked) => rowFaults(question, { setting, ...cells(question) }),
    typed: TypedRows,
    empty: noRows,
    answer: (question: Asked) => answerOf(cells(question)),
    readPosted: (posted: PostedForm, name: string, question: Asked, before: TypedRows) =>
      readRows({ posted, name, ...cells(question), most, oneOpen }, before),
    act: (typed: TypedRows, what: string, question: Asked) => {
      const [whatever] = questionsOf(question)
      const first = questionsOf(question).find(({ when }) => when === undefined) ?? whatever
      return actOnRows(typed, what, {
        most: Math.min(most, typeof question.max === 'number' ? question.max : most),
        oneOpen,
        isBlank: (row) => isBlank(row, cells(question)),
        firstField: (row) => (first ? cellPart(row, first) : row),
      })
    },
    said: ({ rows }: TypedRows) => rows,
    parse: (typed: TypedRows, question: Asked, facts: Facts) =>
      parseRows(typed, question, { reading: reading(question, facts), tell }),
    toTyped: (answers: readonly JsonObject[], question: Asked): TypedRows => ({
      rows: answers.map((answer, index) => ({
        id: rowIdOf(index + 1),
        values: {
          ...untouched(cells(question)),
          ...mapCells(answer, cells(question), (type, value, cell) => type.toTyped(value, cell)),
        },
      })),
      made: answers.length,
    }),
    rule: {
      type: (question: Asked) => rowsType(cells(question)),
      seen: (typed: TypedRows, question: Asked, facts: Facts) => rowsSeen(typed, reading(question, facts)),
    },
    ruled: { min: 'number', max: 'number' },
    inner: {
      setting,
      of: questionsOf,
      with: (question: Asked, questions: readonly Question[], outside?: RuleParts): Asked => ({
        ...question,
        [setting]: questions,
        outside,
      }),
    },
    summarise: (answers: readonly JsonObject[], question: Asked, texts: Known['texts']) =>
      answersInWords(answers, question, { ...cells(question), texts }),
    summariseTyped: ({ rows }: TypedRows, question: Asked, { facts, texts }: Known) =>
      rows.length === 0
        ? ({ kind: 'nothing' } as const)
        : typedInWords(rows, question, { reading: reading(question, facts), texts }),
    paper: (question: Asked, { pick }: Known['texts']) =>
      ({ kind: 'rows', columns: questionsOf(question).map(({ label }) => pick(label)), count: rowsOnPaper }) as const,
    exportValue: (answers: readonly JsonObject[], question: Asked) =>
      answers.map((answer) => mapCells(answer, cells(question), (type, value, cell) => type.exportValue(value, cell))),
  } as const
}

type Cells = Pick<Reading, 'questions' | 'find'>

const answerOf = ({ questions, find }: Cells) =>
  z
    .array(
      z
        .strictObject(
          Object.fromEntries(
            questions.map((question) => [question.id, typeIn(find, question).answerSchema(question).optional()]),
          ),
        )
        .readonly(),
    )
    .min(1)
    .readonly()

function mapCells<Value>(
  answer: JsonObject,
  { questions, find }: Cells,
  map: (type: ReturnType<typeof typeIn>, value: NonNullable<JsonObject[string]>, question: Question) => Value,
): Readonly<Record<string, Value>> {
  return Object.fromEntries(
    questions.flatMap((question): readonly (readonly [string, Value])[] => {
      const value = held(answer, question.id)
      return value === undefined || value === null ? [] : [[question.id, map(typeIn(find, question), value, question)]]
    }),
  )
}
