import type { Context } from '../../platform/context.ts'
import { inReading, type Reading } from '../../platform/database/transaction.ts'
import { notFound } from '../../platform/errors.ts'
import '../tables.ts'
import type { UploadAddress } from '../upload.ts'

/** How far an upload has come, in bytes. `finishing`: all has arrived, and is being looked at. */
export type Upload = {
  readonly length: number
  readonly received: number
  readonly state: 'receiving' | 'finishing' | 'done'
}

/** An upload into an own draft. Throws `not-found` for everybody but its owner, and for one that is gone. */
export const findUpload = async (ctx: Context, at: UploadAddress): Promise<Upload> =>
  await inReading(ctx, async (tx) => await readUpload(ctx, tx, at))

/** The same, in a transaction. */
export async function readUpload(
  ctx: Context,
  { db }: Reading,
  { draft, upload }: UploadAddress,
): Promise<Upload & { readonly sealed: Buffer }> {
  const row = await db
    .selectFrom('private_space.upload')
    .select(['length', 'received', 'state', 'sealed'])
    .where('tenant_id', '=', ctx.tenant.id)
    .where('draft_id', '=', draft)
    .where('upload_id', '=', upload)
    .executeTakeFirst()
  if (!row) throw notFound()
  return row
}
