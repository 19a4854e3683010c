import type { Context } from '../../platform/context.ts'
import type { Transaction } from '../../platform/database/transaction.ts'
import '../tables.ts'

type GiveAccess = { readonly draft: string; readonly person: string }

/**
 * Lets a person read the sealed copy of a draft, and its files, whenever it is sealed; in a transaction in the role `system`, by the room that
 * knows who is to sign. Does nothing when they may already.
 */
export async function giveAccess(ctx: Context, { db }: Transaction, { draft, person }: GiveAccess): Promise<void> {
  await db
    .insertInto('drafts.access')
    .values({
      tenant_id: ctx.tenant.id,
      draft_id: draft,
      person_id: person,
      purpose: 'sign',
      since: ctx.clock.now(),
    })
    .onConflict((on) => on.columns(['tenant_id', 'draft_id', 'person_id']).doNothing())
    .execute()
}
