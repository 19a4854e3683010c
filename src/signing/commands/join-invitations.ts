import { giveAccess, lockSealed } from '../../drafts/public.ts'
import { findProtection, listIdentityKeys } from '../../people/public.ts'
import type { Context } from '../../platform/context.ts'
import type { Transaction } from '../../platform/database/transaction.ts'
import type { PartyState } from '../model.ts'
import { endTogether, reopenRequest } from '../reopen-request.ts'
import { findRequest } from '../request.ts'
import { whoHasBeenTold } from '../told-party.ts'
import '../tables.ts'

/**
 * Finds, when somebody logs in, the requests that they are named in by any number that they have, or by name and day of birth, and lets them read those that they have
 * been asked to sign; in the login's transaction as role `system`. What somebody protected is named in is open again for its owner, and they are forgotten in it (B1.4).
 */
export async function joinInvitations(ctx: Context, tx: Transaction, person: string): Promise<void> {
  const protection = await findProtection(ctx, tx, [person])
  // Of whom nobody could be asked about is joined at their next login, when it is known.
  if (protection === 'unchecked') return
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
    if (state === undefined && protection === undefined) await removeTwin(ctx, tx, { draft, party })
  }
  if (protection === 'protected') await endTogether(ctx, tx, person)
}

/**
 * Strikes somebody out who turns out to be another of the parties, under a number that wasn't known for theirs: nobody would ever sign as them. What has been signed says
 * that they were to sign, too: then it is open again for its owner, as if they changed it, and all sign anew.
 */
async function removeTwin(
  ctx: Context,
  tx: Transaction,
  { draft, party }: { readonly draft: string; readonly party: string },
): Promise<void> {
  await tx.db
    .deleteFrom('signing.party')
    .where('tenant_id', '=', ctx.tenant.id)
    .where('draft_id', '=', draft)
    .where('party_id', '=', party)
    .where('person_id', 'is', null)
    .execute()
  const request = await findRequest(ctx, tx, draft)
  if (request?.state !== 'collecting' || request.parties.every(({ state }) => state !== 'signed')) return
  tx.record({ type: 'signing.voided', subject: draft, data: { parties: whoHasBeenTold(request) } })
  await reopenRequest(ctx, tx, request)
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
