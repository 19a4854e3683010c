import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import { inReading, inTransaction } from '../../platform/database/transaction.ts'
import type { RecurringJob } from '../../platform/jobs/job.ts'
import { recognisePerson } from '../commands/recognise-person.ts'
import { openNumber } from '../identities.ts'
import type { PopulationRegisters } from '../population-register/population-register.ts'
import { consultRegister } from '../queries/consult-register.ts'
import '../tables.ts'

/** Persons whom one run asks about at most. */
const most = 500

/** When those are asked about of whom the register couldn't be asked at their login. */
export const askAgainSchedule = { name: 'people-ask-again', cron: '*/5 * * * *' }

/**
 * Asks the population register about those of whom it couldn't be asked at their login, one after the other. What they have sent since is
 * there for everybody who handles it, or protected for good, as soon as it answers. One run ends at the first that the register can't answer for.
 */
export const askAgain = (registers: PopulationRegisters): RecurringJob => ({
  ...askAgainSchedule,
  perform: async (ctx) => {
    for (const number of await uncheckedNumbers(ctx)) {
      const identification = await consultRegister(ctx, registers, { scheme: 'swedish-number', number, facts: {} })
      if (identification.unchecked) return
      await inTransaction(ctx, async (tx) => await recognisePerson(ctx, tx, identification))
    }
  },
})

/** In any order, so that one of whom the register never answers doesn't stand before the others for ever. */
async function uncheckedNumbers(ctx: Context): Promise<readonly string[]> {
  const rows = await inReading(
    ctx,
    async ({ db }) =>
      await db
        .selectFrom('people.person as p')
        .innerJoin('people.identity as i', (join) =>
          join.onRef('i.tenant_id', '=', 'p.tenant_id').onRef('i.person_id', '=', 'p.person_id'),
        )
        .select(['i.person_id', 'i.number_sealed'])
        .where('p.tenant_id', '=', ctx.tenant.id)
        .where('p.unchecked', '=', true)
        .where('i.scheme', '=', 'swedish-number')
        .where('i.is_current', '=', true)
        .orderBy(sql`random()`)
        .limit(most)
        .execute(),
  )
  return rows.map(({ person_id, number_sealed }) => openNumber(ctx, number_sealed, person_id))
}
