import type { FilledInService } from '../../catalogue/public.ts'
import type { FilledForm } from '../../forms/filled.ts'
import { questionElementId } from '../../forms/names.ts'
import { nextStep, previousStep } from '../../forms/navigation.ts'
import type { PostedForm } from '../../forms/posted-form.ts'
import { factsNeeded } from '../../forms/prefill.ts'
import type { Problem } from '../../forms/problem.ts'
import type { ToldPlaces } from '../../forms/questions/address-search/places-to-look-up.ts'
import { revealWrong, validateStep } from '../../forms/validation.ts'
import type { Context } from '../../platform/context.ts'
import type { ReceivedFile } from '../../platform/http/received-file.ts'
import { failed, ok, type Result } from '../../platform/result.ts'
import type { NotOpen, OpenDraft } from '../model.ts'
import { savedPath, savedStepPath, stepPath } from '../paths.ts'
import type { ReadFacts } from '../ports.ts'
import { hasTold, readAction, type StepAction } from '../posted-step.ts'
import { getDraftService } from '../queries/get-draft-service.ts'
import { fillDraft, type StepState, stepState } from '../step-state.ts'
import { addFiles } from './add-files.ts'
import { removeFile } from './remove-file.ts'
import { type SavedStep, saveStep } from './save-step.ts'

type ActOnStep = {
  readonly draft: string
  readonly step: string
  readonly posted: PostedForm
  readonly files: readonly ReceivedFile[]
  /** What the address register answered to what was typed. */
  readonly told?: ToldPlaces | undefined
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
): Promise<Result<StepOutcome, NotOpen>> {
  const { draft, step, posted, files, told } = input
  const action = readAction(posted)
  const { form } = (await getDraftService(ctx, draft)).definition
  const facts = await readFacts(ctx, factsNeeded(form))

  const added = files.length > 0 ? await addFiles(ctx, { draft, step, files }) : ok([])
  if (!added.ok) return added
  if (action.kind === 'remove-file') {
    const removed = await removeFile(ctx, { draft, step, fileId: action.fileId })
    if (!removed.ok) return removed
  }
  const lookAt = (service: FilledInService, standing: Pick<OpenDraft, 'typed' | 'before'>): Look => {
    const whole = fillDraft(service, standing, facts)
    const filled = action.kind === 'next' ? revealWrong(whole, step) : whole
    return { filled, problems: [...added.value, ...problemsToTell(action, posted, () => validateStep(filled, step))] }
  }
  // Looked at while it is saved, and shown as it was found then.
  let look: Look | undefined
  const saved = await saveStep(ctx, {
    draft,
    step,
    posted,
    told,
    by: 'button',
    pressed: action.kind === 'question' ? action : undefined,
    destination: (standing, service) => {
      look = lookAt(service, standing)
      return look.problems.length > 0 ? step : destinationOf(action, step, look.filled)
    },
  })
  if (!saved.ok) return failed(saved.error)
  if (saved.value.moved) return ok({ kind: 'go', to: stepPath(draft, saved.value.draft.step) })
  const { service, typed } = saved.value
  const found = look ?? lookAt(service, { ...saved.value.draft, typed })
  return ok(outcome(ctx, { action, step, saved: saved.value, ...found }))
}

/** "Nästa" asks for everything. A question whose faults the page has told tells them on while rows come and go. */
function problemsToTell(action: StepAction, posted: PostedForm, find: () => readonly Problem[]): readonly Problem[] {
  if (action.kind === 'next') return find()
  if (action.kind !== 'question' || !hasTold(posted, action.questionId)) return []
  return find().filter(({ questionId }) => questionId === action.questionId)
}

function destinationOf(action: StepAction, step: string, filled: FilledForm): string {
  if (action.kind === 'next') return nextStep(filled, step)
  if (action.kind === 'previous') return previousStep(filled, step) ?? step
  return step
}

/** A step as its page would show it, and what is to be told of it. */
type Look = { readonly filled: FilledForm; readonly problems: readonly Problem[] }

type Done = Look & { readonly action: StepAction; readonly step: string; readonly saved: SavedStep }

function outcome(ctx: Context, { action, step, saved, filled, problems }: Done): StepOutcome {
  const { service, draft, conflicts } = saved
  if (problems.length > 0 || conflicts.length > 0) {
    const state = stepState({ service, draft, step, filled, texts: ctx.texts, problems, conflicts })
    if (state) return { kind: 'show', state }
  }
  return { kind: 'go', to: pathAfter(action, draft.id, saved) }
}

function pathAfter(action: StepAction, draft: string, { draft: { step }, goTo }: SavedStep): string {
  switch (action.kind) {
    case 'save':
      return savedStepPath(draft, step)
    case 'save-and-leave':
      return savedPath(draft, step)
    case 'upload':
    case 'remove-file':
      return `${stepPath(draft, step)}#${questionElementId(action.questionId)}`
    case 'question':
      return `${stepPath(draft, step)}#${goTo ?? questionElementId(action.questionId)}`
    case 'next':
    case 'previous':
    case 'update':
      return stepPath(draft, step)
  }
}
