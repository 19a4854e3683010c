import { fromCatalogue } from '../platform/texts/localized.ts'
import type { TypedValues } from './answers.ts'
import type { Facts } from './facts.ts'
import { type FilledForm, fillForm } from './filled.ts'
import { type FormShape, questionsOf } from './form.ts'
import type { Json } from './json.ts'
import type { OpenedAgain } from './opened-again.ts'
import type { Question } from './question.ts'
import { typeOf } from './questions/registry.ts'
import { remembered } from './remembered.ts'
import { type Expression, questionAsked } from './rules/expression.ts'
import type { RuleParts } from './rules/value.ts'
import type { Sent } from './summary.ts'

/**
 * What another party reads of what the applicant answered: nothing that is marked "visas inte för andra parter", and so none of its files; of those
 * who take part their names alone.
 */
export function sharedWithParties(form: FormShape, { answers, asked }: Sent): Sent {
  const hidden = hiddenIn(form)
  const questions = new Map(questionsOf(form).map((question) => [question.id, question]))
  const shared = Object.entries(answers).flatMap(([id, answer]): readonly (readonly [string, Json])[] => {
    if (hidden.has(id)) return []
    const question = questions.get(id)
    return [[id, question ? typeOf(question).shared(answer, question) : answer]]
  })
  return { answers: Object.fromEntries(shared), asked: asked.filter((id) => !hidden.has(id)) }
}

const hiddenIn = remembered(
  (form: FormShape): ReadonlySet<string> =>
    new Set(questionsOf(form).flatMap(({ id, hiddenFromParties }) => (hiddenFromParties ? [id] : []))),
)

/** What the applicant answered, and what the rules of the form saw of it (`seenByRules`). */
export type ApplicantsPart = Sent & { readonly seen: RuleParts }

/**
 * The questions that another party answers, as they fill them in: a form of its own with one step, `partyStep`, that is shown, read and checked
 * as any other. Its rules see what those of the applicant saw, hidden answers too, and what the party has typed. Facts and the day are those
 * of the applicant's answers: what a party has answered stays right for as long as these stand.
 */
export function fillPartyForm(form: FormShape, before: ApplicantsPart, typed: TypedValues, facts: Facts): FilledForm {
  const hidden = hiddenIn(form)
  const theirs = new Set(questionsOf(partyForm(form)).map(({ id }) => id))
  // What is known of the applicant is hidden, too, but for the day.
  const isSecret = (name: string) => {
    const question = questionAsked(name)
    return question === undefined ? name !== 'facts.today' : hidden.has(question) && !theirs.has(question)
  }
  return { ...fillForm(partyForm(form), typed, facts, onlySeen(before)), isSecret }
}

/** None of the applicant's answers is an earlier one of the party. */
const onlySeen = ({ seen }: ApplicantsPart): OpenedAgain => ({ answers: {}, asked: [], seen })

/** The id of the one step of a party's form. */
export const partyStep = 'egna-svar'

/** Whether a form asks anything of other parties. */
export const hasPartyQuestions = (form: FormShape): boolean =>
  questionsOf(form).some(({ filledInBy }) => filledInBy === 'party')

/** The form that another party fills in; which facts it needs, `factsNeeded` tells. Without questions when none are theirs. */
export const partyForm = remembered((form: FormShape): FormShape => {
  const questions = form.steps.flatMap((step) =>
    step.questions
      .filter(({ filledInBy }) => filledInBy === 'party')
      .map((question) => ofTheReader(question, [step.when, question.when])),
  )
  return {
    steps: questions.length === 0 ? [] : [{ id: partyStep, title: fromCatalogue('forms.parties.own'), questions }],
  }
})

/** The question as it is to whoever is to answer it: one of their own, on the conditions of its step and of itself. */
function ofTheReader(question: Question, conditions: readonly (Expression | undefined)[]): Question {
  const [first, ...more] = conditions.filter((condition) => condition !== undefined)
  const when = first === undefined || more.length === 0 ? first : { and: [first, ...more] }
  // The brand stays true: both settings are of the kind that they were.
  return { ...question, filledInBy: 'applicant', ...(when !== undefined && { when }) } as Question
}
