import { giveAccess, lockSealed } from '../../drafts/public.ts'
import { listIdentityKeys } from '../../people/public.ts'
import type { Context } from '../../platform/context.ts'
import type { Transaction } from '../../platform/database/transaction.ts'
import type { PartyState } from '../model.ts'
import '../tables.ts'

/**
 * Finds, when somebody logs in, the requests that they are named in by any number that they have, or by name and day of birth, and lets them read those that they have
 * been asked to sign; in the login's transaction as role `system`.
 */
export async function joinInvitations(ctx: Context, tx: Transaction, person: string): Promise<void> {
  const keys = await listIdentityKeys(ctx, tx, person)
  if (keys.length === 0) return
  const named = await tx.db
    .selectFrom('signing.party')
    .select(['draft_id', 'party_id'])
    .where('tenant_id', '=', ctx.tenant.id)
    .where('match_hmac', 'in', keys)
    .where('person_id', 'is', null)
    .orderBy('draft_id')
    .orderBy('position')
    .execute()
  for (const { draft_id: draft, party_id: party } of named) {
    // Whoever signs just now may be about to ask this very person: one of the two sees what the other has done.
    await lockSealed(ctx, tx, draft)
    const state = await join(ctx, tx, { draft, party, person })
    if (state === 'invited') await giveAccess(ctx, tx, { draft, person })
  }
}

/** Notes who a party is; undefined where they turn out to be another party already: who applies, or is named twice, signs once. */
async function join(
  ctx: Context,
  { db }: Transaction,
  { draft, party, person }: { readonly draft: string; readonly party: string; readonly person: string },
): Promise<PartyState | undefined> {
  const joined = await db
    .updateTable('signing.party')
    .set({ person_id: person })
    .where('tenant_id', '=', ctx.tenant.id)
    .where('draft_id', '=', draft)
    .where('party_id', '=', party)
    .where('person_id', 'is', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('signing.party as same')
            .select('same.party_id')
            .where('same.tenant_id', '=', ctx.tenant.id)
            .where('same.draft_id', '=', draft)
            .where('same.person_id', '=', person),
        ),
      ),
    )
    .returning('state')
    .executeTakeFirst()
  return joined?.state
}
