import type { FormShape, Step } from '../form.ts'
import { partyForm } from '../parties.ts'
import type { Question } from '../question.ts'
import { stop } from '../questions/stop/type.ts'
import type { Expression } from '../rules/expression.ts'
import type { Path } from './finding.ts'

/** A condition that must hold for somebody to come to a place, and where it stands. */
export type PlacedCondition = { readonly path: Path; readonly condition: Expression }

/** A step, and what it takes to come to it: its own condition, and that nothing before it stops one. */
export type StepPlace = {
  readonly step: Step
  readonly path: Path
  readonly own: Expression | undefined
  readonly before: readonly PlacedCondition[]
  /** What it takes to leave it: that nothing in it stops one. */
  readonly leaves: readonly PlacedCondition[]
  readonly questions: readonly QuestionPlace[]
}

/** A question that whoever fills in the form is asked, and what it takes to see it. */
export type QuestionPlace = {
  readonly question: Question
  readonly path: Path
  readonly own: Expression | undefined
  readonly before: readonly PlacedCondition[]
}

/** The places of a form, in its order. */
export function placesIn(form: FormShape): readonly StepPlace[] {
  const stops: PlacedCondition[] = []
  return form.steps.map((step, index) => {
    const path = ['steps', index]
    const before = [...stops]
    const ofStep = step.when === undefined ? [] : [{ path: [...path, 'when'], condition: step.when }]
    const leaves = step.questions.flatMap((question, at) =>
      stop.is(question) && question.filledInBy === 'applicant'
        ? [{ path: [...path, 'questions', at], condition: notAll([step.when, question.when]) }]
        : [],
    )
    stops.push(...leaves)
    const questions = step.questions.map((question, at) => ({
      question,
      path: [...path, 'questions', at],
      own: question.when,
      before: [...before, ...ofStep],
    }))
    return {
      step,
      path,
      own: step.when,
      before,
      leaves,
      questions: questions.filter(({ question }) => question.filledInBy === 'applicant'),
    }
  })
}

/** What another party answers, after all that the applicant did: the one page of theirs, its questions where they stand in the form. */
export function partyPlaceIn(form: FormShape): StepPlace | undefined {
  const [step] = partyForm(form).steps
  if (!step) return undefined
  const before = placesIn(form).flatMap(({ leaves }) => leaves)
  const asked = form.steps.flatMap(({ when, questions }, index) => {
    const ofStep = when === undefined ? [] : [{ path: ['steps', index, 'when'], condition: when }]
    return questions.flatMap((question, at) =>
      question.filledInBy === 'party' ? [{ question, ofStep, path: ['steps', index, 'questions', at] }] : [],
    )
  })
  return {
    step,
    path: asked[0]?.path.slice(0, 2) ?? [],
    own: undefined,
    before,
    leaves: asked.flatMap(({ question, ofStep, path }) =>
      stop.is(question) ? [{ path, condition: notAll([...conditionsOf(ofStep), question.when]) }] : [],
    ),
    questions: asked.map(({ question, ofStep, path }) => ({
      question,
      path,
      own: question.when,
      before: [...before, ...ofStep],
    })),
  }
}

/** The form as one that asks whoever fills it in everything, what is another party's last. */
export const withPartyQuestions = (form: FormShape): FormShape => ({ steps: [...form.steps, ...partyForm(form).steps] })

/** The conditions alone. */
export const conditionsOf = (placed: readonly PlacedCondition[]): readonly Expression[] =>
  placed.map(({ condition }) => condition)

/** What it takes to see a place. */
export const seeing = ({ own, before }: Pick<QuestionPlace, 'own' | 'before'>): readonly Expression[] => [
  ...conditionsOf(before),
  ...(own === undefined ? [] : [own]),
]

/** That not all of these hold; one that is left out always does. */
function notAll(conditions: readonly (Expression | undefined)[]): Expression {
  const [first, ...more] = conditions.filter((condition) => condition !== undefined)
  if (first === undefined) return false
  return { '!': [more.length === 0 ? first : { and: [first, ...more] }] }
}
