import { getServiceVersion } from '../../catalogue/public.ts'
import { type OpenedSealedFile, openSealedFile, readSealed } from '../../drafts/public.ts'
import type { Context } from '../../platform/context.ts'
import { inReading } from '../../platform/database/transaction.ts'
import { notFound } from '../../platform/errors.ts'
import { ownParty } from '../hold-request.ts'
import { may } from '../policy.ts'
import { findRequest } from '../request.ts'
import { readBy } from '../seen.ts'

/**
 * Opens a file of what waits for signatures: for its owner any that the answers refer to, for those who have been asked to sign those that aren't hidden from them.
 * Throws `not-found` for all others, and for other files.
 */
export async function openSharedFile(
  ctx: Context,
  { draft, file }: { readonly draft: string; readonly file: string },
): Promise<OpenedSealedFile> {
  if (ctx.actor.kind !== 'citizen') throw notFound()
  const { request, sealed } = await inReading(ctx, async (tx) => {
    const request = await findRequest(ctx, tx, draft)
    const given = request && { request, now: ctx.clock.now() }
    if (!given || !(may(ctx.actor, 'read-own', given) || may(ctx.actor, 'read-invitation', given))) throw notFound()
    return { request, sealed: await readSealed(ctx, tx, draft) }
  })
  const { form } = (await getServiceVersion(ctx, request.versionId)).definition
  const { role } = ownParty(ctx, request)
  if (!readBy(form, sealed, role).files.some(({ fileId }) => fileId === file)) throw notFound()
  return await openSealedFile(ctx, draft, file)
}
