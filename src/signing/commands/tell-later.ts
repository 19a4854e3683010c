import { later } from '../../platform/clock.ts'
import type { Context } from '../../platform/context.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import { notFound } from '../../platform/errors.ts'
import { askedParties } from '../asked-parties.ts'
import { tellParty, toldEvery } from '../tell-party.ts'
import { toldParty } from '../told-party.ts'

/** How many parties one transaction looks at. */
const batch = 100

/**
 * Tells those who were asked to sign when too much had been sent to them, or by the applicant, now that a day has passed; as `system`. Answers how many. May run twice, also
 * at once. Forgets what was sent before that. Goes on after a party's id, where one is given.
 */
export async function tellLater(ctx: Context, after?: string): Promise<number> {
  if (ctx.actor.kind !== 'system') throw notFound()
  const since = later(ctx.clock.now(), -toldEvery)
  const { told, last } = await inTransaction(ctx, async (tx) => {
    await tx.db.deleteFrom('signing.told').where('tenant_id', '=', ctx.tenant.id).where('at', '<=', since).execute()
    const untold = await askedParties(ctx, tx)
      .select(['p.draft_id', 'p.party_id', 'p.person_id', 'r.service_id', 'r.owner_id'])
      .$if(after !== undefined, (asked) => asked.where('p.party_id', '>', after ?? ''))
      .where(({ or, and, eb }) =>
        or([
          eb('p.told_at', 'is', null),
          and([eb('p.told_at', '<', eb.ref('p.invited_at')), eb('p.told_at', '<=', since)]),
        ]),
      )
      // Whoever was named first comes first.
      .orderBy('p.party_id')
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
    return { told, last: untold.length < batch ? undefined : untold.at(-1)?.party_id }
  })
  // Those who may not be told yet hold nobody else back.
  return last === undefined ? told : told + (await tellLater(ctx, last))
}
