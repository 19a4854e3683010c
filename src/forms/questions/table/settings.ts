import type { FindQuestionType } from '../../any-question.ts'
import type { QuestionWith } from '../../question.ts'
import { innerQuestions, rowSettings, type WithOutside } from '../rows/settings.ts'

/** All rows of a table are on its page as fields: more of them than these are for a repeated group. */
export const mostTableRows = 50

/** The settings of a table: its columns, each a question of a type that can stand in a row. */
export const tableSettings = (find: FindQuestionType) =>
  ({ columns: innerQuestions(find), ...rowSettings(mostTableRows) }) as const

export type TableQuestion = QuestionWith<ReturnType<typeof tableSettings>> & WithOutside
