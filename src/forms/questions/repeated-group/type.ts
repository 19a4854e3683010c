import type { FindQuestionType } from '../../any-question.ts'
import { questionType } from '../../define-question-type.ts'
import type { Facts } from '../../facts.ts'
import { rowsParts } from '../rows/parts.ts'
import type { TypedRows } from '../rows/typed.ts'
import { groupField } from './field.tsx'
import { type GroupQuestion, groupSettings, mostGroupRows, titleFaults } from './settings.ts'
import { openWrongRow, tellOneRow } from './tell.ts'

/**
 * Questions that are answered once for each row, of which there may be hundreds: the page shows a list of them, twenty at a time, and one
 * row open. So a page costs the same however many rows there are, but where the whole form is validated.
 */
export function repeatedGroup(find: FindQuestionType) {
  const parts = rowsParts<GroupQuestion>({
    find,
    setting: 'questions',
    questionsOf: ({ questions }) => questions,
    most: mostGroupRows,
    oneOpen: true,
    tell: tellOneRow,
  })
  return questionType({
    type: 'repeated-group',
    settings: groupSettings(find),
    problems: ['forms.problem.too-few-rows', 'forms.problem.too-many-rows', 'forms.problem.more-rows'],
    missing: 'forms.missing.rows',
    ...parts,
    check: (question: GroupQuestion) => [...parts.check(question), ...titleFaults(question)],
    reveal: (typed: TypedRows, { questions }: GroupQuestion, facts: Facts) =>
      openWrongRow(typed, { questions, facts, find }),
    Field: groupField(find),
  })
}
