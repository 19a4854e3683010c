import { fileKeyBinding, insertFile, storeOwnFile } from '../../files/public.ts'
import { ownFileAddress } from '../../forms/own-file.ts'
import type { Context } from '../../platform/context.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import { notFound } from '../../platform/errors.ts'
import type { ContentFile } from '../content-files.ts'
import { mayDo } from '../policy.ts'
import '../tables.ts'

/** Keeps a service's own file among the municipality's files, to be given out. Does nothing when it is there already, so it may be run again and again. */
export async function keepOwnFile(ctx: Context, { name, mediaType, sha256, bytes }: ContentFile): Promise<void> {
  if (!mayDo(ctx.actor, 'publish')) throw notFound()
  const address = ownFileAddress({ file: name, sha256: Buffer.from(sha256).toString('hex') })
  const known = await inTransaction(
    ctx,
    async ({ db }) =>
      await db
        .selectFrom('catalogue.own_file')
        .select('address')
        .where('tenant_id', '=', ctx.tenant.id)
        .where('address', '=', address)
        .executeTakeFirst(),
  )
  if (known) return
  const file = await storeOwnFile(ctx, { name, mediaType, bytes })
  await inTransaction(ctx, async (tx) => {
    await insertFile(ctx, tx, file)
    await tx.db
      .insertInto('catalogue.own_file')
      .values({
        tenant_id: ctx.tenant.id,
        address,
        name,
        sha256: Buffer.from(sha256),
        media_type: mediaType,
        size: bytes.length,
        file_id: file.fileId,
        wrapped_key: ctx.vault.wrap(ctx.tenant.id, file.key, fileKeyBinding(file.fileId)),
      })
      // Two processes that start at once keep the same file; the later one's is swept, since nobody refers to it.
      .onConflict((conflict) => conflict.columns(['tenant_id', 'address']).doNothing())
      .execute()
  })
}
