import { type FilledInService, getFilledInVersion } from '../../catalogue/public.ts'
import type { Context } from '../../platform/context.ts'
import { inReading } from '../../platform/database/transaction.ts'
import { notFound } from '../../platform/errors.ts'
import { ownedBy, requireOwner } from '../policy.ts'
import '../tables.ts'

/** The e-service of an own draft, in the version that the draft was begun in. Throws `not-found` for everybody but its owner. */
export async function getDraftService(ctx: Context, draft: string): Promise<FilledInService> {
  const own = ownedBy(requireOwner(ctx.actor))
  return await inReading(ctx, async (tx) => {
    const row = await tx.db
      .selectFrom('drafts.draft')
      .select('version_id')
      .where('tenant_id', '=', ctx.tenant.id)
      .where('draft_id', '=', draft)
      .where(...own)
      .executeTakeFirst()
    if (!row) throw notFound()
    return await getFilledInVersion(ctx, row.version_id, tx)
  })
}
