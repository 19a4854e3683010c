import { days, later } from '../../platform/clock.ts'
import type { Context } from '../../platform/context.ts'
import type { Transaction } from '../../platform/database/transaction.ts'

/** For how long the address of a sent draft leads on to its case, in milliseconds. That it was sent, the submission itself remembers for ever. */
const leadsOnFor = days(90)

/** Empties a taken draft of content, files and key; what was sent lives on in the submission. Inside the submit transaction. */
export async function markSent(ctx: Context, { db }: Transaction, id: string): Promise<void> {
  for (const table of ['private_space.content', 'private_space.file', 'private_space.key'] as const) {
    await db.deleteFrom(table).where('tenant_id', '=', ctx.tenant.id).where('draft_id', '=', id).execute()
  }
  const now = ctx.clock.now()
  await db
    .updateTable('drafts.draft')
    .set({ state: 'sent', changed_at: now, expires_at: later(now, leadsOnFor) })
    .where('tenant_id', '=', ctx.tenant.id)
    .where('draft_id', '=', id)
    .execute()
}
