import { later } from '../../platform/clock.ts'
import type { Context } from '../../platform/context.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import { notFound } from '../../platform/errors.ts'
import { tellParty, toldEvery } from '../tell-party.ts'
import { toldParty } from '../told-party.ts'
import '../tables.ts'

/** How many parties one round looks at. */
const batch = 100

/**
 * Tells those who were asked to sign when too much had been sent to them, or by the applicant, now that a day has passed; as `system`. Answers how many. May run twice, also
 * at once. Forgets what was sent before that.
 */
export async function tellLater(ctx: Context): Promise<number> {
  if (ctx.actor.kind !== 'system') throw notFound()
  const since = later(ctx.clock.now(), -toldEvery)
  return await inTransaction(ctx, async (tx) => {
    await tx.db.deleteFrom('signing.told').where('tenant_id', '=', ctx.tenant.id).where('at', '<=', since).execute()
    const untold = await tx.db
      .selectFrom('signing.party as p')
      .innerJoin('signing.request as r', (on) =>
        on.onRef('r.tenant_id', '=', 'p.tenant_id').onRef('r.draft_id', '=', 'p.draft_id'),
      )
      .select(['p.draft_id', 'p.party_id', 'p.person_id', 'r.service_id', 'r.owner_id'])
      .where('p.tenant_id', '=', ctx.tenant.id)
      .where('p.state', 'in', ['invited', 'read'])
      .where('p.position', '>', 0)
      .where('r.state', '=', 'collecting')
      .where(({ or, and, eb }) =>
        or([
          eb('p.told_at', 'is', null),
          and([eb('p.told_at', '<', eb.ref('p.invited_at')), eb('p.told_at', '<=', since)]),
        ]),
      )
      .orderBy('p.invited_at')
      .limit(batch)
      // Two runs at once would otherwise both tell; who is just signing is left alone.
      .forUpdate('p')
      .skipLocked()
      .execute()
    let told = 0
    for (const { draft_id, party_id, person_id, service_id, owner_id } of untold) {
      if (!(await tellParty(ctx, tx, { ownerId: owner_id, party: party_id }))) continue
      const party = { id: party_id, personId: person_id ?? undefined }
      tx.record({ type: 'signing.invited', subject: draft_id, data: toldParty({ serviceId: service_id }, party) })
      told += 1
    }
    return told
  })
}
