import { Temporal } from 'temporal-polyfill'
import { dayIn, later } from '../../platform/clock.ts'
import type { Context } from '../../platform/context.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import { notFound } from '../../platform/errors.ts'
import { askedParties } from '../asked-parties.ts'
import { remindedEvery } from '../policy.ts'
import { toldParty } from '../told-party.ts'

/** The days after the one on which somebody was asked, on which they are reminded (B3.5). */
const remindedOn = [5, 10] as const

/** How many parties one transaction reminds: each becomes an event and its notices. */
const batch = 100

/** Reminds those who have been asked to sign and haven't answered, twice, as `system`. Answers how many. May run twice, also at once. */
export async function remindParties(ctx: Context): Promise<number> {
  if (ctx.actor.kind !== 'system') throw notFound()
  const now = ctx.clock.now()
  const [first, second] = remindedOn.map((days) => askedBefore(ctx, days))
  if (!first || !second) return 0
  const reminded = await inTransaction(ctx, async (tx) => {
    const due = await askedParties(ctx, tx)
      .select(['p.draft_id', 'p.party_id', 'p.person_id', 'r.service_id'])
      .where(({ or, and, eb }) =>
        or([
          and([eb('p.reminders', '=', 0), eb('p.invited_at', '<', first)]),
          and([eb('p.reminders', '=', 1), eb('p.invited_at', '<', second)]),
        ]),
      )
      // Not on top of the applicant's own reminder.
      .where(({ or, eb }) =>
        or([eb('p.reminded_at', 'is', null), eb('p.reminded_at', '<=', later(now, -remindedEvery))]),
      )
      .orderBy('p.invited_at')
      .limit(batch)
      // Two runs at once would otherwise both remind; who is just signing is left alone.
      .forUpdate('p')
      .skipLocked()
      .execute()
    if (due.length === 0) return 0
    await tx.db
      .updateTable('signing.party')
      .set(({ eb }) => ({
        reminders: eb.case().when('invited_at', '<', second).then(2).else(1).end(),
        reminded_at: now,
      }))
      .where('tenant_id', '=', ctx.tenant.id)
      .where(
        'party_id',
        'in',
        due.map(({ party_id }) => party_id),
      )
      .execute()
    for (const { draft_id, party_id, person_id, service_id } of due) {
      const party = { id: party_id, personId: person_id ?? undefined }
      tx.record({ type: 'signing.reminded', subject: draft_id, data: toldParty({ serviceId: service_id }, party) })
    }
    return due.length
  })
  return reminded < batch ? reminded : reminded + (await remindParties(ctx))
}

/** The instant before which somebody was asked so many days ago or more, in the municipality's calendar. */
function askedBefore({ tenant: { timeZone }, clock }: Context, days: number): Date {
  const today = Temporal.PlainDate.from(dayIn(timeZone, clock.now()))
  const after = today.subtract({ days: days - 1 }).toZonedDateTime(timeZone)
  return new Date(after.epochMilliseconds)
}
