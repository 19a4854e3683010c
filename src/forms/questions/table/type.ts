import type { FindQuestionType } from '../../any-question.ts'
import { questionType } from '../../define-question-type.ts'
import { inRow } from '../rows/parse.ts'
import { rowsParts } from '../rows/parts.ts'
import { tableField } from './field.tsx'
import { mostTableRows, type TableQuestion, tableSettings } from './settings.ts'

/** A few typed columns, all of whose rows are on the page. */
export const table = (find: FindQuestionType) =>
  questionType({
    type: 'table',
    settings: tableSettings(find),
    problems: ['forms.problem.too-few-rows', 'forms.problem.too-many-rows'],
    missing: 'forms.missing.rows',
    ...rowsParts<TableQuestion>({
      find,
      setting: 'columns',
      questionsOf: ({ columns }) => columns,
      most: mostTableRows,
      oneOpen: false,
      tell: (wrong, _typed, question) => wrong.flatMap((row) => inRow(row, question)),
    }),
    Field: tableField(find),
  })
