import type { Context } from '../../platform/context.ts'
import type { Transaction } from '../../platform/database/transaction.ts'
import '../tables.ts'

/**
 * Keeps new contact details of the logged-in person, who has agreed to it in an e-service, in the transaction that sends their form. Nothing is
 * taken away, and nothing is kept of somebody with protected identity: they give contact details in "Mina uppgifter" alone, where they are
 * warned (B1.4). The e-mail address is a right one, the phone is as people write it.
 */
export async function keepOwnDetails(
  ctx: Context,
  { db, record }: Transaction,
  { email, phone }: { readonly email?: string; readonly phone?: string },
): Promise<void> {
  const { actor } = ctx
  if (actor.kind !== 'citizen' || actor.protectedIdentity) return
  if (email === undefined && phone === undefined) return
  await db
    .updateTable('people.person')
    .set({ ...(email !== undefined && { email }), ...(phone !== undefined && { phone }) })
    .where('tenant_id', '=', ctx.tenant.id)
    .where('person_id', '=', actor.id)
    .execute()
  record({ type: 'person.details-changed', subject: actor.id, data: {} })
}
