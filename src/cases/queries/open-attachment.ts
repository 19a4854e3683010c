import type { Readable } from 'node:stream'
import { blobOf, fileKeyBinding, openFile } from '../../files/public.ts'
import type { Context } from '../../platform/context.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import { notFound } from '../../platform/errors.ts'
import { caseFacts } from '../case.ts'
import { may } from '../policy.ts'
import { recordRead } from '../record-read.ts'
import { findCase } from './find-case.ts'

/** A file that was sent in, opened. */
export type OpenedAttachment = {
  readonly name: string
  readonly mediaType: string
  readonly size: number
  readonly body: Readable
}

/**
 * Opens a file of a case for those who may read the case, and writes down when staff do. Throws `not-found` for others and other files, such as those
 * that are hidden from a party who didn't apply.
 */
export async function openAttachment(
  ctx: Context,
  { caseId, fileId }: { readonly caseId: string; readonly fileId: string },
): Promise<OpenedAttachment> {
  const file = await inTransaction(ctx, async (tx) => {
    const it = await findCase(ctx, tx, caseId)
    if (!it) throw notFound()
    const row = await tx.db
      .selectFrom('cases.attachment')
      .select(['name', 'media_type', 'size', 'wrapped_key'])
      .where('tenant_id', '=', ctx.tenant.id)
      .where('case_id', '=', caseId)
      .where('file_id', '=', fileId)
      .$if(!may(ctx.actor, 'read-hidden', caseFacts(it)), (query) => query.where('hidden_from_parties', '=', false))
      // A file that was sent again with a supplement is the same file.
      .orderBy('draft_id', 'desc')
      .limit(1)
      .executeTakeFirst()
    if (!row) throw notFound()
    if (ctx.actor.kind === 'staff') await recordRead(ctx, tx, it)
    return { ...row, blob: await blobOf(ctx, tx, fileId) }
  })
  const key = ctx.vault.unwrap(ctx.tenant.id, file.wrapped_key, fileKeyBinding(fileId))
  const body = await openFile(ctx, { fileId, blob: file.blob, key })
  return { name: file.name, mediaType: file.media_type, size: file.size, body }
}
