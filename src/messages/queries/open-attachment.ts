import type { Readable } from 'node:stream'
import { findCase, readOf } from '../../cases/public.ts'
import { blobOf, fileKeyBinding, openFile } from '../../files/public.ts'
import type { Context } from '../../platform/context.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import { notFound } from '../../platform/errors.ts'
import '../tables.ts'

/** Names one attachment of one message. */
export type AttachmentAddress = { readonly caseId: string; readonly messageId: string; readonly fileId: string }

/** An attachment with its bytes in the clear. */
export type OpenedAttachment = {
  readonly name: string
  readonly mediaType: string
  /** Bytes. */
  readonly size: number
  readonly body: Readable
}

/** Opens an attachment of a message. That staff read it is written down. Throws `not-found` for whoever may not read the case. */
export async function openAttachment(ctx: Context, address: AttachmentAddress): Promise<OpenedAttachment> {
  const { caseId, messageId, fileId } = address
  const { row, blob } = await inTransaction(ctx, async (tx) => {
    const it = await findCase(ctx, tx, caseId)
    if (!it) throw notFound()
    const found = await tx.db
      .selectFrom('messages.attachment')
      .select(['name', 'media_type', 'size', 'wrapped_key'])
      .where('tenant_id', '=', ctx.tenant.id)
      .where('case_id', '=', caseId)
      .where('message_id', '=', messageId)
      .where('file_id', '=', fileId)
      .executeTakeFirst()
    if (!found) throw notFound()
    if (ctx.actor.kind === 'staff') tx.record(readOf(it))
    return { row: found, blob: await blobOf(ctx, tx, fileId) }
  })
  const key = ctx.vault.unwrap(ctx.tenant.id, row.wrapped_key, fileKeyBinding(fileId))
  return {
    name: row.name,
    mediaType: row.media_type,
    size: row.size,
    body: await openFile(ctx, { fileId, blob, key }),
  }
}
