import { type RawBuilder, sql } from 'kysely'
import type { StaffMember } from '../../platform/actor.ts'
import type { Context } from '../../platform/context.ts'
import { inReading, type Reading } from '../../platform/database/transaction.ts'
import { notFound } from '../../platform/errors.ts'
import { mayListCases } from '../policy.ts'
import '../tables.ts'
import { type CaseSelection, type CaseView, caseRanges } from './case-ranges.ts'

/** As far as cases are counted: beyond it "1 000+" says enough, and counting them all would take longer the more there are. */
export const countMost = 1_000

/** How many cases there are; with `capped` more than that. */
export type CappedCount = { readonly count: number; readonly capped: boolean }

/** How many cases each view of the case worker's list has. Throws `not-found` for everybody but staff. */
export async function countCases(ctx: Context): Promise<Readonly<Record<CaseView, CappedCount>>> {
  const { actor } = ctx
  if (!mayListCases(actor)) throw notFound()
  return await inReading(ctx, async ({ db }) => {
    const count = (view: CaseView) => countOf({ ...everything, view, tenant: ctx.tenant.id, worker: actor })
    const { rows } = await sql<Record<CaseView, number>>`select ${count('todo')} as todo, ${count('mine')} as mine,
      ${count('unassigned')} as unassigned, ${count('all')} as "all"`.execute(db)
    const counted = rows[0] ?? { todo: 0, mine: 0, unassigned: 0, all: 0 }
    return {
      todo: cap(counted.todo),
      mine: cap(counted.mine),
      unassigned: cap(counted.unassigned),
      all: cap(counted.all),
    }
  })
}

type Counted = CaseSelection & { readonly tenant: string; readonly worker: StaffMember }

const everything = { statusKind: undefined, serviceId: undefined }

/** Counts a selection as far as `countMost`. */
export async function countSelection({ db }: Reading, selection: Counted): Promise<CappedCount> {
  const { rows } = await sql<{ count: number }>`select ${countOf(selection)} as count`.execute(db)
  return cap(rows[0]?.count ?? 0)
}

const cap = (count: number): CappedCount => ({ count: Math.min(count, countMost), capped: count > countMost })

function countOf(selection: Counted): RawBuilder<number> {
  const order = { sort: 'received', direction: 'desc' } as const
  const ranges = caseRanges({ ...selection, order, most: countMost + 1 })
  return sql<number>`(select count(*)::int from (select from (${ranges}) f limit ${countMost + 1}) counted)`
}
