import type { Context } from '../../platform/context.ts'
import type { Reading } from '../../platform/database/transaction.ts'
import { ownedBy, requireOwner } from '../policy.ts'

/** Bytes of all files in the actor's drafts that are not sent, and of those on their way there. Throws `not-found` for those who can't have any. */
export async function usedBytes(ctx: Context, { db }: Reading): Promise<number> {
  const own = ownedBy(requireOwner(ctx.actor))
  const row = await db
    .selectFrom('drafts.draft as d')
    .innerJoin('private_space.file as p', (on) =>
      on.onRef('p.tenant_id', '=', 'd.tenant_id').onRef('p.draft_id', '=', 'd.draft_id'),
    )
    .innerJoin('files.file as f', (on) =>
      on.onRef('f.tenant_id', '=', 'p.tenant_id').onRef('f.file_id', '=', 'p.file_id'),
    )
    .select((of) => of.fn.sum<string | null>('f.size').as('bytes'))
    .where('d.tenant_id', '=', ctx.tenant.id)
    .where('d.state', '<>', 'sent')
    .where(...own)
    .executeTakeFirst()
  const arriving = await db
    .selectFrom('drafts.draft as d')
    .innerJoin('private_space.upload as u', (on) =>
      on.onRef('u.tenant_id', '=', 'd.tenant_id').onRef('u.draft_id', '=', 'd.draft_id'),
    )
    .select((of) => of.fn.sum<string | null>('u.length').as('bytes'))
    .where('d.tenant_id', '=', ctx.tenant.id)
    .where('u.state', '=', 'receiving')
    .where(...own)
    .executeTakeFirst()
  return Number(row?.bytes ?? 0) + Number(arriving?.bytes ?? 0)
}
