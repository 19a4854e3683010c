import { z } from 'zod'
import type { FindQuestionType } from '../../any-question.ts'
import type { QuestionWith } from '../../question.ts'
import type { SettingsFault } from '../../question-type.ts'
import { innerQuestions, rowSettings } from '../rows/settings.ts'

/** As many rows as the longest application known has (an association's activities in half a year). */
export const mostGroupRows = 500

/** The settings of a repeated group: the questions of a row, and which of them names the row in the list. */
export const groupSettings = (find: FindQuestionType) =>
  ({
    questions: innerQuestions(find),
    /** Id of a question. */
    title: z.string().optional(),
    ...rowSettings(mostGroupRows),
  }) as const

export type GroupQuestion = QuestionWith<ReturnType<typeof groupSettings>>

export const titleFaults = ({ title, questions }: GroupQuestion): readonly SettingsFault[] =>
  title === undefined || questions.some(({ id }) => id === title)
    ? []
    : [{ path: ['title'], message: `there is no "${title}" in the rows` }]
