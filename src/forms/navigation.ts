import type { Step } from './definition.ts'
import type { FilledForm } from './filled.ts'
import type { Question } from './question.ts'

/** Where the steps end: the id of the review page among the steps' addresses. */
export const reviewStep = 'granska'

/** A visible step by its id, with its visible questions alone; undefined when there is no such step (now). */
export const findStep = ({ steps }: FilledForm, id: string): Step | undefined => steps.find((step) => step.id === id)

/** The id of the step after this one; the review page after the last, and after one that is not visible any more the next that is. */
export function nextStep({ form, steps }: FilledForm, id: string): string {
  const visible = new Set(steps.map((step) => step.id))
  const later = form.steps.slice(form.steps.findIndex((step) => step.id === id) + 1)
  return later.find((step) => visible.has(step.id))?.id ?? reviewStep
}

/** The id of the step before this one or before the review page; undefined at the first. */
export function previousStep({ form, steps }: FilledForm, id: string): string | undefined {
  const visible = new Set(steps.map((step) => step.id))
  const place = form.steps.findIndex((step) => step.id === id)
  const earlier = id === reviewStep ? form.steps : form.steps.slice(0, Math.max(place, 0))
  return earlier.findLast((step) => visible.has(step.id))?.id
}

/** "Steg {number} av {of}": the review page is the last step. Undefined for a step that is not visible. */
export function stepNumber(
  { steps }: FilledForm,
  id: string,
): { readonly number: number; readonly of: number } | undefined {
  const ids = [...steps.map((step) => step.id), reviewStep]
  const place = ids.indexOf(id)
  return place < 0 ? undefined : { number: place + 1, of: ids.length }
}

/** The visible questions, in the form's order. */
export const visibleQuestions = ({ steps }: FilledForm): readonly Question[] =>
  steps.flatMap(({ questions }) => questions)
