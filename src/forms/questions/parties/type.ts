import type { FindQuestionType } from '../../any-question.ts'
import { questionType } from '../../define-question-type.ts'
import type { Facts } from '../../facts.ts'
import { wrong } from '../../question-type.ts'
import { groupParts, groupProblems } from '../repeated-group/group-parts.ts'
import type { TypedRows } from '../rows/typed.ts'
import { answeredColumns } from './answered-columns.ts'
import { nameQuestion, partyQuestions } from './party-questions.ts'
import { samePeople } from './same-people.ts'
import { mostParties, type PartiesQuestion, partiesSettings } from './settings.ts'

/**
 * Others who take part, such as those who apply together: a group of rows whose questions are given. The numbers are checked and never looked
 * up: who fills in the form learns nothing of anybody by writing theirs.
 */
export function parties(find: FindQuestionType) {
  // The questions of a row follow from the settings, and so no definition holds any whose rules were to be checked or resolved.
  const { inner: _inner, ...group } = groupParts<PartiesQuestion>({
    find,
    most: mostParties,
    questionsOf: partyQuestions,
    titleOf: () => nameQuestion,
  })
  return questionType({
    type: 'parties',
    settings: partiesSettings,
    needs: ['ownNumber'],
    problems: [...groupProblems, 'forms.problem.same-party'],
    missing: 'forms.missing.parties',
    ...group,
    check: (question: PartiesQuestion) => [
      ...group.check(question),
      ...(question.searchable ? [{ path: ['searchable'], message: 'who somebody is can not be searched by' }] : []),
    ],
    ruled: { ...group.ruled, minAge: 'number' },
    // Who else takes part is everybody's to know; their number and address are theirs, and the applicant's.
    shared: (people) => people.map(({ [nameQuestion]: name }) => (name === undefined ? {} : { [nameQuestion]: name })),
    summarise: (people, question: PartiesQuestion, texts) => answeredColumns(group.summarise(people, question, texts)),
    parse: (typed: TypedRows, question: PartiesQuestion, facts: Facts) => {
      const parsed = group.parse(typed, question, facts)
      const same = samePeople(typed, question, { questions: partyQuestions(question), facts, find })
      if (same.length === 0) return parsed
      return wrong(...(parsed.kind === 'problems' ? parsed.problems : []), ...same)
    },
  })
}
