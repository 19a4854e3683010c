import type { PostedForm } from '../../forms/posted-form.ts'
import { factsNeeded } from '../../forms/prefill.ts'
import { validateStep } from '../../forms/validation.ts'
import type { Context } from '../../platform/context.ts'
import { failed, ok, type Result } from '../../platform/result.ts'
import type { NotOpen } from '../model.ts'
import type { ReadFacts } from '../ports.ts'
import { shownBefore } from '../posted-step.ts'
import { fillDraft, type StepState, stepState } from '../step-state.ts'
import { saveStep } from './save-step.ts'

type AutosaveStep = { readonly draft: string; readonly step: string; readonly posted: PostedForm }

/**
 * Saves a step while the person writes, and answers it as it then looks; undefined when it isn't shown any more. Finds no new faults:
 * of the problems on the page, those that are mended leave it. Throws as `saveStep` does.
 */
export async function autosaveStep(
  ctx: Context,
  readFacts: ReadFacts,
  { draft, step, posted }: AutosaveStep,
): Promise<Result<StepState | undefined, NotOpen>> {
  const saved = await saveStep(ctx, { draft, step, posted, by: 'autosave' })
  if (!saved.ok) return failed(saved.error)
  if (saved.value.moved) return ok(undefined)
  const { service, typed, conflicts } = saved.value
  const { form } = service.definition
  const facts = await readFacts(ctx, factsNeeded(form))
  const filled = fillDraft(service, { ...saved.value.draft, typed }, facts)
  const problems = shownBefore(posted, () => validateStep(filled, step))
  return ok(stepState({ service, draft: saved.value.draft, step, filled, texts: ctx.texts, problems, conflicts }))
}
