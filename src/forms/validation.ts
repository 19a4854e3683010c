import type { Answers, TypedValues } from './answers.ts'
import { type FormDefinition, type Step, typeOf } from './definition.ts'
import type { Facts } from './facts.ts'
import { held, type Json } from './json.ts'
import { visibleSteps } from './navigation.ts'
import type { Problem } from './problem.ts'
import type { Question } from './question.ts'
import type { Parsed } from './question-type.ts'

/** The problems of one step, in the order of its questions. */
export type StepProblems = { readonly stepId: string; readonly problems: readonly Problem[] }

/** What came of validating a whole form. */
export type Validated =
  | { readonly ok: true; readonly answers: Answers }
  | { readonly ok: false; readonly steps: readonly StepProblems[] }

/** What is wrong in one visible step; nothing for a step that isn't. */
export function validateStep(
  form: FormDefinition,
  stepId: string,
  { typed, facts }: { readonly typed: TypedValues; readonly facts: Facts },
): readonly Problem[] {
  const step = visibleSteps(form, typed).find(({ id }) => id === stepId)
  return step ? readStep(step, typed, facts).flatMap(problemsOf) : []
}

/** The answers of a whole form, or the steps with problems, first step first. Hidden questions are left out. */
export function validateForm(form: FormDefinition, typed: TypedValues, facts: Facts): Validated {
  const read = visibleSteps(form, typed).map((step) => ({ stepId: step.id, readings: readStep(step, typed, facts) }))
  const steps = read
    .map(({ stepId, readings }) => ({ stepId, problems: readings.flatMap(problemsOf) }))
    .filter(({ problems }) => problems.length > 0)
  if (steps.length > 0) return { ok: false, steps }
  return { ok: true, answers: answersIn(read.flatMap(({ readings }) => readings)) }
}

type Reading = { readonly question: Question; readonly parsed: Parsed<Json> }

const readStep = (step: Step, typed: TypedValues, facts: Facts): readonly Reading[] =>
  step.questions.map((question) => ({
    question,
    parsed: typeOf(question).parse(held(typed, question.id), question, facts),
  }))

const answersIn = (readings: readonly Reading[]): Answers =>
  Object.fromEntries(
    readings.flatMap(({ question, parsed }): readonly (readonly [string, Json])[] =>
      parsed.kind === 'answer' ? [[question.id, parsed.answer]] : [],
    ),
  )

function problemsOf({ question, parsed }: Reading): readonly Problem[] {
  const questionId = question.id
  if (parsed.kind === 'problems') return parsed.problems.map((problem) => ({ ...problem, questionId }))
  const { missing } = typeOf(question)
  if (parsed.kind === 'answer' || !question.mandatory || missing === undefined) return []
  return [{ questionId, key: missing }]
}
