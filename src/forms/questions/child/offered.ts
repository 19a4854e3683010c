import type { ChildFacts, Facts } from '../../facts.ts'
import type { AnswerProblem } from '../../problem.ts'
import type { ChildQuestion } from './settings.ts'

/** A child that is shown; `outside` says why it can't be chosen. */
export type OfferedChild = { readonly child: ChildFacts; readonly outside?: AnswerProblem }

/**
 * The children that a question shows. None for who has none, for a protected person and when the register fails: nobody can tell these
 * apart (B1.4).
 */
export const offeredChildren = (question: ChildQuestion, { children = [] }: Facts): readonly OfferedChild[] =>
  children
    .filter(({ otherGuardians }) => question.guardians === 'one' || otherGuardians !== undefined)
    .map((child) => {
      const outside = outsideOf(child, question)
      return outside ? { child, outside } : { child }
    })

/** The child of an id among those shown. */
export const offeredChild = (id: string, question: ChildQuestion, facts: Facts): OfferedChild | undefined =>
  offeredChildren(question, facts).find(({ child }) => child.id === id)

/** Why a child can't be chosen; undefined when it can. */
function outsideOf(child: ChildFacts, question: ChildQuestion): AnswerProblem | undefined {
  const { age, birthDate } = child
  const { minAge = age, maxAge = age, bornFrom = birthDate, bornTo = birthDate } = question
  if (age < minAge || birthDate > bornTo) return reason(child, 'forms.problem.child-too-young', question.tooYoung)
  if (age > maxAge || birthDate < bornFrom) return reason(child, 'forms.problem.child-too-old', question.tooOld)
  return undefined
}

function reason(
  { givenName: name, age }: ChildFacts,
  key: 'forms.problem.child-too-young' | 'forms.problem.child-too-old',
  written: ChildQuestion['tooOld'],
): AnswerProblem {
  if (!written) return { key, values: { name, age } }
  const filled = (text: string) =>
    text.replaceAll(/\{(name|age)\}/g, (_, part) => (part === 'name' ? name : String(age)))
  const text = { sv: filled(written.sv), ...(written.en !== undefined && { en: filled(written.en) }) }
  return { key: 'forms.problem.child-reason', values: { reason: { text } } }
}
