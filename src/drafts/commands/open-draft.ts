import { type FilledInService, getFilledInVersion, getStanding, type Opening } from '../../catalogue/public.ts'
import type { Context } from '../../platform/context.ts'
import type { OpenDraft } from '../model.ts'
import { getDraft } from '../queries/get-draft.ts'
import { moveDraft } from './move-draft.ts'

/** A draft as its owner opens it. */
export type OpenedDraft =
  /** It waits for those who are to sign it. */
  | { readonly kind: 'sealed' }
  | { readonly kind: 'sent' }
  /** Its form has changed, and the owner is to be told first. */
  | { readonly kind: 'changed'; readonly draft: OpenDraft }
  | {
      readonly kind: 'open'
      readonly draft: OpenDraft
      readonly service: FilledInService
      readonly opening: Opening | undefined
    }

/**
 * Opens an own draft to be gone on with: moves it first where its version has been superseded in such a way. `opening` says whether it can
 * be sent now; undefined for what supplements a case, which can whenever the case waits for it. Throws as `getDraft` does.
 */
export async function openDraft(ctx: Context, id: string): Promise<OpenedDraft> {
  const found = await getDraft(ctx, id)
  if (found.state !== 'open') return { kind: found.state }
  if (found.caseId !== undefined) {
    return { kind: 'open', draft: found, service: await getFilledInVersion(ctx, found.versionId), opening: undefined }
  }
  const { moves, opening } = await getStanding(ctx, found)
  if (moves.length > 0) await moveDraft(ctx, id)
  const draft = moves.length > 0 ? await getDraft(ctx, id) : found
  if (draft.state !== 'open') return { kind: draft.state }
  if (draft.move?.seen === false) return { kind: 'changed', draft }
  return { kind: 'open', draft, service: await getFilledInVersion(ctx, draft.versionId), opening }
}
