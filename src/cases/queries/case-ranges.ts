import { type RawBuilder, sql } from 'kysely'
import { type StatusKind, statusKinds } from '../../catalogue/public.ts'
import type { StaffMember } from '../../platform/actor.ts'
import { seesProtected } from '../policy.ts'
import { toDoKinds } from '../status.ts'

/** What a case worker looks at: what waits for them, their own, what nobody has taken, everything of their groups. */
export const caseViews = ['todo', 'mine', 'unassigned', 'all'] as const

export type CaseView = (typeof caseViews)[number]

/** Which cases are looked for. */
export type CaseSelection = {
  readonly view: CaseView
  readonly statusKind: StatusKind | undefined
  readonly serviceId: string | undefined
}

/** In which order, by the instant of receipt or of the latest change. */
export type CaseOrder = { readonly sort: 'received' | 'changed'; readonly direction: 'asc' | 'desc' }

type Ranges = CaseSelection & {
  readonly tenant: string
  readonly worker: StaffMember
  readonly order: CaseOrder
  /** How many of each range at most. */
  readonly most: number
}

/**
 * The ids of the cases of a selection with the instant they are sorted by, as a subquery: not more than `most` of each range (one group or
 * worker, and one kind of status), each read in order from an index that begins with what is equal. So the cost depends on how
 * many are shown and not on how many there are (quality.md §1). Groups are the policy, and the right to see protected people's cases: nobody
 * finds another's.
 */
export function caseRanges(ranges: Ranges): RawBuilder<unknown> {
  const { view } = ranges
  if (view === 'mine') return ownRanges(ranges)
  if (view === 'unassigned') return groupRanges(ranges, sql`and c.assigned_to is null`)
  if (view === 'all') return groupRanges(ranges, sql``)
  return sql`${ownRanges(ranges)} union all ${groupRanges(ranges, sql`and c.assigned_to is null`)}`
}

const groupRanges = (ranges: Ranges, further: RawBuilder<unknown>): RawBuilder<unknown> => sql`
  select r.at, r.case_id
  from (select name from unnest(${ranges.worker.groups}::text[]) as every(name) ${havingService(ranges)}) as g
  cross join unnest(${kindsOf(ranges)}::text[]) as k(kind)
  cross join lateral (
    select ${instant(ranges)} as at, c.case_id from cases.case c
    where c.tenant_id = ${ranges.tenant} and c.group_name = g.name and c.status_kind = k.kind
      ${further} ${shown(ranges)} ${ofService(ranges)}
    ${inOrder(ranges)}
  ) r`

const ownRanges = (ranges: Ranges): RawBuilder<unknown> => sql`
  select r.at, r.case_id
  from unnest(${kindsOf(ranges)}::text[]) as k(kind)
  cross join lateral (
    select ${instant(ranges)} as at, c.case_id from cases.case c
    where c.tenant_id = ${ranges.tenant} and c.assigned_to = ${ranges.worker.id} and c.status_kind = k.kind
      and c.group_name = any(${ranges.worker.groups}::text[]) ${shown(ranges)} ${ofService(ranges)}
    ${inOrder(ranges)}
  ) r`

const instant = ({ order }: Ranges) => sql.ref(order.sort === 'received' ? 'c.received_at' : 'c.changed_at')

/** Without the right to them, cases with a protected party are not there. */
const shown = ({ worker }: Ranges) => (seesProtected(worker) ? sql`` : sql`and not c.protected`)

const ofService = ({ serviceId }: Ranges) => (serviceId === undefined ? sql`` : sql`and c.service_id = ${serviceId}`)

/** Only groups that have a case of the service: in another one its whole range would be read to find none. */
const havingService = ({ tenant, serviceId }: Ranges) =>
  serviceId === undefined
    ? sql``
    : sql`where exists (select from cases.case e
        where e.tenant_id = ${tenant} and e.service_id = ${serviceId} and e.group_name = every.name)`

const inOrder = (ranges: Ranges) => {
  const direction = ranges.order.direction === 'asc' ? sql`asc` : sql`desc`
  return sql`order by ${instant(ranges)} ${direction}, c.case_id ${direction} limit ${ranges.most}`
}

/** The kinds of status of a selection; those of a to-do are only some. */
function kindsOf({ view, statusKind }: Ranges): readonly StatusKind[] {
  const kinds = view === 'todo' ? toDoKinds : statusKinds
  return statusKind === undefined ? kinds : kinds.filter((kind) => kind === statusKind)
}
