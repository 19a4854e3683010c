import { z } from 'zod'
import type { FindQuestionType } from '../../any-question.ts'
import type { QuestionWith } from '../../question.ts'
import type { SettingsFault } from '../../question-type.ts'
import { innerQuestions, rowSettings, type WithOutside } from '../rows/settings.ts'

/** As many rows as the longest application known has (an association's activities in half a year). */
export const mostGroupRows = 500

/** The settings of a repeated group: the questions of a row, which of them names the row in the list, and which it tells there. */
export const groupSettings = (find: FindQuestionType) =>
  ({
    questions: innerQuestions(find),
    /** Id of a question. */
    title: z.string().optional(),
    /** Ids of questions; all, when missing. */
    summary: z.array(z.string()).readonly().optional(),
    ...rowSettings(mostGroupRows),
  }) as const

export type GroupQuestion = QuestionWith<ReturnType<typeof groupSettings>> & WithOutside

/** What of the list names questions that no row has. */
export function listFaults({ title, summary = [], questions }: GroupQuestion): readonly SettingsFault[] {
  const fault = (path: SettingsFault['path'], id: string): readonly SettingsFault[] =>
    questions.some((question) => question.id === id) ? [] : [{ path, message: `there is no "${id}" in the rows` }]
  return [
    ...(title === undefined ? [] : fault(['title'], title)),
    ...summary.flatMap((id, index) => fault(['summary', index], id)),
  ]
}
