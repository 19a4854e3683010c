import type { Opening } from '../../catalogue/public.ts'
import { factsNeeded } from '../../forms/prefill.ts'
import type { Context } from '../../platform/context.ts'
import type { ReadFacts } from '../ports.ts'
import { fillDraft, reachableStep, type StepState, storedState } from '../step-state.ts'
import { openDraft } from './open-draft.ts'

/** A step of a draft as it stands; or the step to go to instead; or that its form has changed; or that the draft isn't open (any more). */
export type OpenedStep =
  | { readonly kind: 'step'; readonly state: StepState; readonly opening: Opening | undefined }
  | { readonly kind: 'elsewhere'; readonly step: string }
  | { readonly kind: 'changed' }
  | { readonly kind: 'sealed' }
  | { readonly kind: 'sent' }

/** Opens a step of an own draft, as `openDraft` does. */
export async function openStep(
  ctx: Context,
  readFacts: ReadFacts,
  wanted: { readonly draft: string; readonly step: string },
): Promise<OpenedStep> {
  const opened = await openDraft(ctx, wanted.draft)
  if (opened.kind !== 'open') return { kind: opened.kind }
  const { draft, service, opening } = opened
  const facts = await readFacts(ctx, factsNeeded(service.definition.form))
  const filled = fillDraft(service, draft, facts)
  const step = reachableStep(filled, draft, wanted.step)
  if (step !== wanted.step) return { kind: 'elsewhere', step }
  const state = storedState({ service, draft, step, filled, texts: ctx.texts })
  return state ? { kind: 'step', state, opening } : { kind: 'elsewhere', step: draft.step }
}
