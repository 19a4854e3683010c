import type { Service } from '../../catalogue/public.ts'
import type { TypedValues } from '../../forms/answers.ts'
import type { Facts } from '../../forms/facts.ts'
import { questionElementId } from '../../forms/names.ts'
import { nextStep, previousStep } from '../../forms/navigation.ts'
import type { PostedForm } from '../../forms/posted-form.ts'
import { factsNeeded } from '../../forms/prefill.ts'
import type { Problem } from '../../forms/problem.ts'
import { validateStep } from '../../forms/validation.ts'
import type { Context } from '../../platform/context.ts'
import type { ReceivedFile } from '../../platform/http/received-file.ts'
import { failed, ok, type Result } from '../../platform/result.ts'
import { savedPath, savedStepPath, stepPath } from '../paths.ts'
import type { ReadFacts } from '../ports.ts'
import { readAction, type StepAction } from '../posted-step.ts'
import { getDraftService } from '../queries/get-draft-service.ts'
import { type StepState, stepState } from '../step-state.ts'
import { addFiles } from './add-files.ts'
import { removeFile } from './remove-file.ts'
import { type SavedStep, saveStep } from './save-step.ts'

type ActOnStep = {
  readonly draft: string
  readonly step: string
  readonly posted: PostedForm
  readonly files: readonly ReceivedFile[]
}

/** What came of it: a path to go on at, or the step again with what the person must see. Everything that could be saved is saved. */
export type StepOutcome =
  | { readonly kind: 'go'; readonly to: string }
  | { readonly kind: 'show'; readonly state: StepState }

/**
 * Does what was pressed in a step: takes in files, saves what was typed, and only for "Nästa" asks whether it's right.
 * Throws as `getDraft` does, and `not-found` for a step that the form doesn't have.
 */
export async function actOnStep(
  ctx: Context,
  readFacts: ReadFacts,
  input: ActOnStep,
): Promise<Result<StepOutcome, 'sent'>> {
  const { draft, step, posted, files } = input
  const action = readAction(posted)
  const { form } = (await getDraftService(ctx, draft)).definition
  const facts = await readFacts(ctx, factsNeeded(form))

  const added = files.length > 0 ? await addFiles(ctx, { draft, step, files }) : ok([])
  if (!added.ok) return added
  if (action.kind === 'remove-file') {
    const removed = await removeFile(ctx, { draft, step, fileId: action.fileId })
    if (!removed.ok) return removed
  }
  const problems = (typed: TypedValues): readonly Problem[] => [
    ...added.value,
    ...(action.kind === 'next' ? validateStep(form, step, { typed, facts }) : []),
  ]
  const saved = await saveStep(ctx, {
    draft,
    step,
    posted,
    by: 'button',
    destination: (typed, service) =>
      problems(typed).length > 0 ? step : destinationOf(action, { step, typed, service }),
  })
  if (!saved.ok) return failed(saved.error)
  return ok(outcome(ctx, { action, step, saved: saved.value, facts, problems: problems(saved.value.typed) }))
}

type Standing = { readonly step: string; readonly typed: TypedValues; readonly service: Service }

function destinationOf(action: StepAction, { step, typed, service }: Standing): string {
  const { form } = service.definition
  if (action.kind === 'next') return nextStep(form, typed, step)
  if (action.kind === 'previous') return previousStep(form, typed, step) ?? step
  return step
}

type Done = {
  readonly action: StepAction
  readonly step: string
  readonly saved: SavedStep
  readonly facts: Facts
  readonly problems: readonly Problem[]
}

function outcome(ctx: Context, { action, step, saved, facts, problems }: Done): StepOutcome {
  const { service, draft, typed, conflicts } = saved
  if (problems.length > 0 || conflicts.length > 0) {
    const state = stepState({ service, draft, step, typed, facts, texts: ctx.texts, problems, conflicts })
    if (state) return { kind: 'show', state }
  }
  return { kind: 'go', to: pathAfter(action, draft.id, draft.step) }
}

function pathAfter(action: StepAction, draft: string, step: string): string {
  switch (action.kind) {
    case 'save':
      return savedStepPath(draft, step)
    case 'save-and-leave':
      return savedPath(draft, step)
    case 'upload':
    case 'remove-file':
      return `${stepPath(draft, step)}#${questionElementId(action.questionId)}`
    case 'next':
    case 'previous':
    case 'update':
      return stepPath(draft, step)
  }
}
