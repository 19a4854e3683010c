import { sql } from 'kysely'
import { getServiceVersions, getStatus, type Service, type Status } from '../../catalogue/public.ts'
import type { Context } from '../../platform/context.ts'
import { inReading, type Reading } from '../../platform/database/transaction.ts'
import { notFound } from '../../platform/errors.ts'
import { mayListOwnCases } from '../policy.ts'
import { finishedKinds } from '../status.ts'
import type { CasePartyTable } from '../tables.ts'
import { type CaseEvent, eventOf } from './list-history.ts'

/** A case in a person's list. */
export type MyCaseRow = {
  readonly caseId: string
  readonly number: string
  readonly service: Service
  readonly status: Status
  /** The latest thing that concerns the person. */
  readonly latest: CaseEvent | undefined
  readonly receivedAt: Date
  /** Last day of what the municipality waits for, while it does and it is the person's to give. */
  readonly supplementUntil: string | undefined
}

export type MyCases = { readonly ongoing: readonly MyCaseRow[]; readonly finished: readonly MyCaseRow[] }

/** The most cases that are listed: more than anybody has. */
const most = 500

/** The cases of the logged-in person, those with the latest events first. Throws `not-found` for those who have none of their own. */
export async function listMyCases(ctx: Context): Promise<MyCases> {
  const { actor } = ctx
  if (!mayListOwnCases(actor)) throw notFound()
  return await inReading(ctx, async (tx) => {
    const rows = await selectOwn(ctx, tx.db, actor.id).execute()
    const services = await getServiceVersions(
      ctx,
      rows.map((row) => row.version_id),
      tx,
    )
    const cases = rows.flatMap((row): readonly MyCaseRow[] => {
      const service = services.get(row.version_id)
      if (!service) return []
      const { event_id, type, at, actor_kind, actor_id, data } = row
      return [
        {
          caseId: row.case_id,
          number: row.number,
          service,
          status: getStatus(service.definition, row.status),
          latest:
            event_id === null || type === null || at === null || actor_kind === null
              ? undefined
              : eventOf(ctx, { event_id, type, at, actor_kind, actor_id, data }),
          receivedAt: row.received_at,
          supplementUntil: mayGive(row.role, service) ? (row.supplement_until ?? undefined) : undefined,
        },
      ]
    })
    const isFinished = ({ status }: MyCaseRow) => finishedKinds.includes(status.kind)
    return { ongoing: cases.filter((row) => !isFinished(row)), finished: cases.filter(isFinished) }
  })
}

/** By form who applied supplements, by message any party: as the policy has it. */
const mayGive = (role: CasePartyTable['role'], { definition }: Service): boolean =>
  role === 'owner' || definition.supplement === 'message'

/** The query of a person's list, each case with its latest event. */
export const selectOwn = (ctx: Context, db: Reading['db'], personId: string) =>
  db
    .selectFrom('cases.case_party as p')
    .innerJoin('cases.case as c', (on) =>
      on.onRef('c.tenant_id', '=', 'p.tenant_id').onRef('c.case_id', '=', 'p.case_id'),
    )
    .leftJoinLateral(
      (of) =>
        of
          .selectFrom('cases.event as e')
          .select(['e.event_id', 'e.type', 'e.at', 'e.actor_kind', 'e.actor_id', 'e.data'])
          .whereRef('e.tenant_id', '=', 'c.tenant_id')
          .whereRef('e.case_id', '=', 'c.case_id')
          .where('e.for_citizen', '=', true)
          .orderBy('e.event_id', 'desc')
          .limit(1)
          .as('e'),
      (on) => on.onTrue(),
    )
    .select(['c.case_id', 'c.number', 'c.version_id', 'c.status', 'c.supplement_until', 'c.received_at', 'p.role'])
    .select(['e.event_id', 'e.type', 'e.at', 'e.actor_kind', 'e.actor_id', 'e.data'])
    .where('p.tenant_id', '=', ctx.tenant.id)
    .where('p.person_id', '=', personId)
    .where('p.until', 'is', null)
    .orderBy(sql`coalesce(e.at, c.received_at)`, 'desc')
    .limit(most)
