import type { Context } from '../../platform/context.ts'
import type { Reading } from '../../platform/database/transaction.ts'
import type { PartyContact } from '../model.ts'
import { openContact } from '../request.ts'

/** Where the applicant says that a party is reached, as role `system`; undefined when there is no such party any more. */
export async function findPartyContact(
  ctx: Context,
  { db }: Reading,
  party: string,
): Promise<PartyContact | undefined> {
  const row = await db
    .selectFrom('signing.party')
    .select('contact_sealed')
    .where('tenant_id', '=', ctx.tenant.id)
    .where('party_id', '=', party)
    .executeTakeFirst()
  return row && openContact(ctx, party, row.contact_sealed)
}
