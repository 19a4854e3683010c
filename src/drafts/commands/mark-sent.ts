import { days, later } from '../../platform/clock.ts'
import type { Context } from '../../platform/context.ts'
import { ahead } from '../../platform/database/preparing-client.ts'
import type { Transaction } from '../../platform/database/transaction.ts'

/** For how long the address of a sent draft leads on to its case, in milliseconds. That it was sent, the submission itself remembers for ever. */
const leadsOnFor = days(90)

/**
 * Empties a taken draft of content, files and key, and of what was sealed under it, which goes with the key; what was sent lives on in the
 * submission. Inside the submit transaction: in its owner's role, or in the role `system` where somebody else signs last, under `lockSealed`.
 */
export async function markSent(ctx: Context, { db }: Transaction, id: string): Promise<void> {
  const now = ctx.clock.now()
  const { id: tenant } = ctx.tenant
  // One statement: many who send at once wait for each other's transactions, so that every round trip counts.
  await db
    .with('content', (of) =>
      of.deleteFrom('private_space.content').where('tenant_id', '=', tenant).where('draft_id', '=', id),
    )
    .with('files', (of) =>
      of.deleteFrom('private_space.file').where('tenant_id', '=', tenant).where('draft_id', '=', id),
    )
    .with('key', (of) => of.deleteFrom('private_space.key').where('tenant_id', '=', tenant).where('draft_id', '=', id))
    .updateTable('drafts.draft')
    .set({ state: 'sent', changed_at: now, expires_at: later(now, leadsOnFor) })
    .where('tenant_id', '=', tenant)
    .where('draft_id', '=', id)
    .modifyEnd(ahead)
    .execute()
}
