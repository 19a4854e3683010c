import { sql } from 'kysely'
import { dayIn } from '../platform/clock.ts'
import type { Context } from '../platform/context.ts'
import type { Transaction } from '../platform/database/transaction.ts'
import './tables.ts'

/** `2026-000123`, or `BYGG-2026-000123` in a series of its own: at least six digits, more when a year needs them. */
export function caseNumber(prefix: string | undefined, year: number, sequence: number): string {
  const figures = `${year}-${String(sequence).padStart(6, '0')}`
  return prefix === undefined ? figures : `${prefix}-${figures}`
}

/**
 * Takes the next number of a municipality's series and year (the year on its own wall). Without gaps, since the counter is rolled back
 * with the case. The row's lock prevents the race of two cases for one number, and makes everybody who sends wait for each
 * other: it is the last lock of the submit transaction, taken when nothing can be refused any more.
 */
export async function takeNumber(
  ctx: Context,
  { db }: Transaction,
  { prefix, at }: { readonly prefix: string | undefined; readonly at: Date },
): Promise<string> {
  const year = Number(dayIn(ctx.tenant.timeZone, at).slice(0, 4))
  const { last } = await db
    .insertInto('cases.number_series')
    .values({ tenant_id: ctx.tenant.id, series: prefix ?? '', year, last: 1 })
    .onConflict((conflict) =>
      conflict.columns(['tenant_id', 'series', 'year']).doUpdateSet({ last: sql`number_series.last + 1` }),
    )
    .returning('last')
    .executeTakeFirstOrThrow()
  return caseNumber(prefix, year, last)
}
