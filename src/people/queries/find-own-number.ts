import type { Context } from '../../platform/context.ts'
import { open } from '../../platform/cryptography/sealing.ts'
import type { Reading } from '../../platform/database/transaction.ts'
import { numberBinding } from '../commands/recognise-person.ts'
import '../tables.ts'

/** The logged-in person's own personal or coordination number, 12 digits; undefined for who has none, and for everybody else who asks. */
export async function findOwnNumber(ctx: Context, { db }: Reading): Promise<string | undefined> {
  const { actor } = ctx
  if (actor.kind !== 'citizen') return undefined
  const row = await db
    .selectFrom('people.identity')
    .select('number_sealed')
    .where('tenant_id', '=', ctx.tenant.id)
    .where('person_id', '=', actor.id)
    .where('scheme', '=', 'swedish-number')
    .executeTakeFirst()
  return (
    row && open(ctx.vault.tenantKey(ctx.tenant.id, 'wrap'), row.number_sealed, numberBinding(actor.id)).toString('utf8')
  )
}
