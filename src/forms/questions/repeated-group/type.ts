import type { FindQuestionType } from '../../any-question.ts'
import { questionType } from '../../define-question-type.ts'
import { groupParts, groupProblems } from './group-parts.ts'
import { type GroupQuestion, groupSettings, listFaults, mostGroupRows } from './settings.ts'

/** Questions that are answered once for each row, of which there may be hundreds. */
export function repeatedGroup(find: FindQuestionType) {
  const parts = groupParts<GroupQuestion>({
    find,
    most: mostGroupRows,
    questionsOf: ({ questions }) => questions,
    titleOf: ({ title }) => title,
    toldOf: ({ summary }) => summary,
  })
  return questionType({
    type: 'repeated-group',
    settings: groupSettings(find),
    problems: groupProblems,
    missing: 'forms.missing.rows',
    ...parts,
    check: (question: GroupQuestion) => [...parts.check(question), ...listFaults(question)],
  })
}
