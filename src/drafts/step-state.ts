import type { FilledInService } from '../catalogue/public.ts'
import type { Step } from '../forms/definition.ts'
import type { Facts } from '../forms/facts.ts'
import { type FilledForm, fillForm } from '../forms/filled.ts'
import { findStep, reviewStep } from '../forms/navigation.ts'
import { onlyUnasked } from '../forms/opened-again.ts'
import { prefill } from '../forms/prefill.ts'
import type { Problem } from '../forms/problem.ts'
import type { Conflict } from '../forms/step-questions.tsx'
import { summariseTyped } from '../forms/summary.ts'
import { firstWrongStep } from '../forms/validation.ts'
import type { Texts } from '../platform/texts/texts.ts'
import { isSame } from './merge.ts'
import type { OpenDraft } from './model.ts'
import { firstUnsure } from './passed.ts'

/** A step as its page shows it. */
export type StepState = {
  readonly service: FilledInService
  readonly draft: OpenDraft
  /** With its visible questions alone. */
  readonly step: Step
  /** With what stands in the fields. */
  readonly filled: FilledForm
  readonly problems: readonly Problem[]
  /** Answers of which another window has saved something else: both are shown, and the person decides. */
  readonly conflicts: readonly Conflict[]
}

type Shown = {
  readonly service: FilledInService
  readonly draft: OpenDraft
  readonly step: string
  /** With what stands in the fields. */
  readonly filled: FilledForm
  readonly texts: Texts
  readonly problems?: readonly Problem[]
  /** Ids of questions in conflict. */
  readonly conflicts?: readonly string[]
}

/** A step with the person's own values in its fields; undefined when it isn't shown for what has been typed. */
export function stepState({
  service,
  draft,
  step,
  filled,
  texts,
  problems = [],
  conflicts = [],
}: Shown): StepState | undefined {
  const shown = findStep(filled, step)
  if (!shown) return undefined
  const theirs = shown.questions
    .filter(({ id }) => conflicts.includes(id))
    .map((question) => ({
      questionId: question.id,
      theirs: summariseTyped(question, { ...filled, typed: draft.typed }, texts),
    }))
  return { service, draft, step: shown, filled, problems, conflicts: theirs }
}

/** A step as it is stored: with what waits for the person's decision in its fields. `filled` is with what is saved. */
export function storedState(shown: Omit<Shown, 'problems' | 'conflicts'>): StepState | undefined {
  const { service, draft, filled } = shown
  const waiting = Object.keys(draft.waiting)
  if (waiting.length === 0) return stepState(shown)
  const conflicts = waiting.filter((id) => !isSame(draft.waiting[id], draft.typed[id]))
  const typed = { ...draft.typed, ...draft.waiting }
  return stepState({ ...shown, filled: fillDraft(service, { ...draft, typed }, filled.facts), conflicts })
}

/** What has been typed, and what is known where nothing has: a draft that was begun before its owner logged in is filled in, too. */
export function fillDraft(
  { definition: { form } }: FilledInService,
  { typed, before }: Pick<OpenDraft, 'typed' | 'before'>,
  facts: Facts,
): FilledForm {
  return fillForm(form, { ...onlyUnasked(prefill(form, typed, facts), before), ...typed }, facts, before)
}

/**
 * The step to stand at when somebody asks for one: that step when it is shown and every step before it is right; else the first that
 * isn't, or the first of all when the wanted one doesn't exist.
 */
export function reachableStep(filled: FilledForm, { sure }: OpenDraft, wanted: string): string {
  const ids = filled.steps.map(({ id }) => id)
  if (wanted !== reviewStep && !ids.includes(wanted)) return ids[0] ?? reviewStep
  return firstWrongStep(filled, { from: firstUnsure(filled.form, sure), before: wanted }) ?? wanted
}
