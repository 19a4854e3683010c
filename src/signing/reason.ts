import { openUnderDraft, sealUnderDraft } from '../drafts/public.ts'
import type { Context } from '../platform/context.ts'

/** Where the reason of a party belongs who won't sign. */
type ReasonPlace = { readonly draft: string; readonly party: string; readonly key: Uint8Array }

const placeOf = ({ tenant }: Context, { draft, party }: ReasonPlace) => ({
  tenant: tenant.id,
  draft,
  what: `reason:${party}`,
})

/** Seals why somebody won't sign, under the draft's key: for the applicant's eyes. */
export const sealReason = (ctx: Context, at: ReasonPlace, reason: string): Buffer =>
  sealUnderDraft(at.key, placeOf(ctx, at), reason)

/** Why somebody won't sign, in their words. */
export const openReason = (ctx: Context, at: ReasonPlace, sealed: Uint8Array): string =>
  openUnderDraft(at.key, placeOf(ctx, at), sealed)
