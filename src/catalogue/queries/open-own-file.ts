import type { Readable } from 'node:stream'
import { fileKeyBinding, openFile } from '../../files/public.ts'
import type { Context } from '../../platform/context.ts'
import { inReading } from '../../platform/database/transaction.ts'
import { notFound } from '../../platform/errors.ts'
import { mayDo } from '../policy.ts'
import '../tables.ts'

/** A service's own file as its reader gets it; `size` in bytes. */
export type OpenedOwnFile = {
  readonly name: string
  readonly mediaType: string
  readonly size: number
  readonly body: Readable
}

/** Opens a service's own file by its address. Throws `not-found` when the municipality offers none there. */
export async function openOwnFile(ctx: Context, address: string): Promise<OpenedOwnFile> {
  if (!mayDo(ctx.actor, 'read')) throw notFound()
  const row = await inReading(
    ctx,
    async ({ db }) =>
      await db
        .selectFrom('catalogue.own_file as own')
        .innerJoin('files.file as f', (join) =>
          join.onRef('f.tenant_id', '=', 'own.tenant_id').onRef('f.file_id', '=', 'own.file_id'),
        )
        .select(['own.name', 'own.media_type', 'own.size', 'own.file_id', 'own.wrapped_key', 'f.blob'])
        .where('own.tenant_id', '=', ctx.tenant.id)
        .where('own.address', '=', address)
        .executeTakeFirst(),
  )
  if (!row) throw notFound()
  const key = ctx.vault.unwrap(ctx.tenant.id, row.wrapped_key, fileKeyBinding(row.file_id))
  const body = await openFile(ctx, { fileId: row.file_id, blob: row.blob, key })
  return { name: row.name, mediaType: row.media_type, size: row.size, body }
}
