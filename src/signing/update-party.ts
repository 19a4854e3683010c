import type { Updateable } from 'kysely'
import type { Context } from '../platform/context.ts'
import type { Transaction } from '../platform/database/transaction.ts'
import type { PartyTable, RequestTable } from './tables.ts'

/** Writes something of a party, in role `system`. */
export async function updateParty(
  ctx: Context,
  { db }: Transaction,
  { party, set }: { readonly party: string; readonly set: Updateable<PartyTable> },
): Promise<void> {
  await db
    .updateTable('signing.party')
    .set(set)
    .where('tenant_id', '=', ctx.tenant.id)
    .where('party_id', '=', party)
    .execute()
}

/** Writes something of a request, in role `system`. */
export async function updateRequest(
  ctx: Context,
  { db }: Transaction,
  { draft, set }: { readonly draft: string; readonly set: Updateable<RequestTable> },
): Promise<void> {
  await db
    .updateTable('signing.request')
    .set(set)
    .where('tenant_id', '=', ctx.tenant.id)
    .where('draft_id', '=', draft)
    .execute()
}
