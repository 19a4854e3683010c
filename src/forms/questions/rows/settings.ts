import { z } from 'zod'
import { LocalizedText } from '../../../platform/texts/localized.ts'
import { anyQuestion, type FindQuestionType } from '../../any-question.ts'
import type { Question, QuestionWith } from '../../question.ts'
import type { SettingsFault } from '../../question-type.ts'
import { ruled } from '../../ruled.ts'
import type { RuleParts } from '../../rules/value.ts'

/** What a table and a repeated group have in common; `most` rows fit in one. */
export const rowSettings = (most: number) =>
  ({
    /** What a row is called, in the middle of a sentence: "aktivitet". "Rad" when absent. */
    rowName: LocalizedText.optional(),
    /** How many filled in rows there must be, both inclusive. */
    min: ruled(z.int().min(1).max(most)).optional(),
    max: ruled(z.int().min(1).max(most)).optional(),
    /** Ids of questions whose numbers are added up below the rows. */
    sums: z.array(z.string()).readonly().default([]),
  }) as const

/** What the rules of rows see beside their row: put there when a form is filled, never by a definition. */
export type WithOutside = { readonly outside?: RuleParts | undefined }

/** A question whose rows hold questions, whatever it calls these. */
export type RowsQuestion = QuestionWith<ReturnType<typeof rowSettings>> & WithOutside

/** The setting that holds the questions of a row; their types say whether they may stand there. */
export const innerQuestions = (find: FindQuestionType) =>
  z
    .array(
      anyQuestion(find, {
        refuses: ({ type, inRows }) => (inRows ? undefined : `a ${type} question can't stand in a row`),
      }),
    )
    .min(1)
    .readonly()

/**
 * What is wrong with the questions of a row. Their ids are unique among themselves: rules, exports and fields name them together with the
 * question around them. What belongs to the whole answer can't be set for one of them.
 */
export function rowFaults(
  { sums, min, max }: RowsQuestion,
  { setting, questions, find }: Cells,
): readonly SettingsFault[] {
  const ids = questions.map(({ id }) => id)
  const faults = questions.flatMap((question, index): readonly SettingsFault[] => [
    ...(ids.indexOf(question.id) === index ? [] : [{ path: [setting, index, 'id'], message: 'is used twice' }]),
    ...wholeSettings(question).map((name) => ({
      path: [setting, index, name],
      message: `can't stand in a row: set it for the whole ${setting === 'columns' ? 'table' : 'group'}`,
    })),
  ])
  const wrongSums = sums.flatMap((id, index) =>
    questions.some((question) => question.id === id && isNumber(question, find))
      ? []
      : [{ path: ['sums', index], message: `there is no number "${id}" in the rows` }],
  )
  const crossed = typeof min === 'number' && typeof max === 'number' && min > max
  return [...faults, ...wrongSums, ...(crossed ? [{ path: ['max'], message: 'is less than min' }] : [])]
}

/** The questions of a row, the setting that holds them, and where their types are found. */
type Cells = { readonly setting: string; readonly questions: readonly Question[]; readonly find: FindQuestionType }

const wholeSettings = (question: Question): readonly string[] => [
  ...(question.default === undefined ? [] : ['default']),
  ...(question.hiddenFromParties ? ['hiddenFromParties'] : []),
  ...(question.filledInBy === 'party' ? ['filledInBy'] : []),
  ...(question.searchable ? ['searchable'] : []),
  ...(question.sensitive ? ['sensitive'] : []),
]

/** Whether a sum of such answers is such an answer, too. */
function isNumber(question: Question, find: FindQuestionType): boolean {
  const type = find(question.type)
  return type?.rule?.type(question).kind === 'number' && type.answerSchema(question).safeParse(1).success
}
