import type { Answers } from './answers.ts'
import type { Step } from './definition.ts'
import { type FilledForm, readAnswer } from './filled.ts'
import { held, type Json } from './json.ts'
import { findStep, visibleQuestions } from './navigation.ts'
import type { Problem } from './problem.ts'
import type { Question } from './question.ts'
import type { Parsed } from './question-type.ts'
import { typeOf } from './questions/registry.ts'
import type { Sent } from './summary.ts'

/** The problems of one step, in the order of its questions. */
export type StepProblems = { readonly stepId: string; readonly problems: readonly Problem[] }

/** What came of validating a whole form. */
export type Validated = ({ readonly ok: true } & Sent) | { readonly ok: false; readonly steps: readonly StepProblems[] }

/** What is wrong in one visible step; nothing for a step that isn't. */
export function validateStep(filled: FilledForm, stepId: string): readonly Problem[] {
  const step = findStep(filled, stepId)
  return step ? readStep(step, filled).flatMap(problemsOf) : []
}

/** The form with everything on the page of a step that is wrong in it: a row that must be mended is open. */
export function revealWrong(filled: FilledForm, stepId: string): FilledForm {
  const { typed, facts } = filled
  const revealed = (findStep(filled, stepId)?.questions ?? []).flatMap(
    (question): readonly (readonly [string, Json])[] => {
      const value = typeOf(question).reveal(held(typed, question.id), question, facts)
      return value === undefined ? [] : [[question.id, value]]
    },
  )
  return revealed.length === 0 ? filled : { ...filled, typed: { ...typed, ...Object.fromEntries(revealed) } }
}

/** The answers of a whole form, or the steps with problems, first step first. Hidden questions are left out. */
export function validateForm(filled: FilledForm): Validated {
  const read = filled.steps.map((step) => ({ stepId: step.id, readings: readStep(step, filled) }))
  const steps = read
    .map(({ stepId, readings }) => ({ stepId, problems: readings.flatMap(problemsOf) }))
    .filter(({ problems }) => problems.length > 0)
  if (steps.length > 0) return { ok: false, steps }
  const asked = visibleQuestions(filled).map(({ id }) => id)
  return { ok: true, answers: answersIn(read.flatMap(({ readings }) => readings)), asked }
}

/** The first step with something wrong in it, from one on and before another: neither what is known to be right nor what comes later is read. */
export function firstWrongStep(
  filled: FilledForm,
  { from, before }: { readonly from: string; readonly before: string },
): string | undefined {
  const ids = filled.form.steps.map(({ id }) => id)
  const read = new Set(ids.slice(placeOf(from, ids), placeOf(before, ids)))
  const earlier = filled.steps.filter(({ id }) => read.has(id))
  return earlier.find((step) => readStep(step, filled).some((reading) => problemsOf(reading).length > 0))?.id
}

/** A step's place; after all others for one that isn't there, such as the review. */
const placeOf = (id: string, ids: readonly string[]): number => (ids.includes(id) ? ids.indexOf(id) : ids.length)

type Reading = { readonly question: Question; readonly parsed: Parsed<Json> }

const readStep = (step: Step, filled: FilledForm): readonly Reading[] =>
  step.questions.map((question) => ({ question, parsed: readAnswer(filled, question) }))

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
