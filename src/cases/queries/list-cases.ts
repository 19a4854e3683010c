import { type RawBuilder, sql } from 'kysely'
import { getServiceVersions, getStatus, type Service, type Status } from '../../catalogue/public.ts'
import type { StaffMember } from '../../platform/actor.ts'
import type { Context } from '../../platform/context.ts'
import { inReading, type Reading } from '../../platform/database/transaction.ts'
import { notFound } from '../../platform/errors.ts'
import { mayListCases } from '../policy.ts'
import '../tables.ts'
import { type CaseOrder, type CaseSelection, caseRanges } from './case-ranges.ts'
import { countSelection } from './count-cases.ts'

/** Cases on a page of the case worker's list. */
const pageSize = 50

/** A case in the case worker's list. */
export type CaseRow = {
  readonly caseId: string
  readonly number: string
  readonly service: Service
  readonly status: Status
  /** Undefined when it is unknown or protected. */
  readonly applicant: string | undefined
  /** A party has protected identity. */
  readonly isProtected: boolean
  /** It was sent without the signature of somebody who was to sign. */
  readonly signatureMissing: boolean
  readonly anonymous: boolean
  readonly assignedTo: { readonly id: string; readonly name: string } | undefined
  readonly receivedAt: Date
  readonly changedAt: Date
  /** Last day of what the municipality waits for, while it does. */
  readonly supplementUntil: string | undefined
}

/** A page of a list. */
export type CasePage = {
  readonly rows: readonly CaseRow[]
  /** How many there are: counted to 1 000. */
  readonly total: number
  /** There are more than `total`: the rest is found by another order or a narrower selection. */
  readonly capped: boolean
  /** 1 for the first. */
  readonly page: number
  readonly pages: number
}

/** The cases of the actor's groups in a selection, page by page. Throws `not-found` for everybody but staff. */
export async function listCases(
  ctx: Context,
  wanted: CaseSelection & CaseOrder & { readonly page: number },
): Promise<CasePage> {
  const { actor } = ctx
  if (!mayListCases(actor)) throw notFound()
  const selection = { ...wanted, order: wanted, tenant: ctx.tenant.id, worker: actor }
  return await inReading(ctx, async (tx) => {
    const { count: total, capped } = await countSelection(tx, selection)
    const pages = Math.max(1, Math.ceil(total / pageSize))
    const page = Math.min(Math.max(1, Math.trunc(wanted.page) || 1), pages)
    const { rows } = await selectPage(selection, page).execute(tx.db)
    return { rows: await toRows(ctx, tx, rows), total, capped, page, pages }
  })
}

/** The query of one page. Rows are fetched for the cases of the page alone; which they are, the indexes tell by themselves. */
export function selectPage(
  selection: CaseSelection & { readonly order: CaseOrder; readonly tenant: string; readonly worker: StaffMember },
  page: number,
): RawBuilder<Row> {
  const direction = selection.order.direction === 'asc' ? sql`asc` : sql`desc`
  return sql<Row>`
    with found as (
      select f.at, f.case_id from (${caseRanges({ ...selection, most: page * pageSize })}) f
      order by f.at ${direction}, f.case_id ${direction} limit ${pageSize} offset ${(page - 1) * pageSize})
    select c.case_id, c.number, c.version_id, c.status, c.applicant, c.protected, c.signature_missing, c.anonymous, c.assigned_to, s.name as worker,
      c.received_at, c.changed_at, c.supplement_until
    from found f
    cross join lateral (
      select case_id, number, version_id, status, applicant, protected, signature_missing, anonymous, assigned_to, received_at, changed_at,
        supplement_until, tenant_id
      -- The limit keeps it a look-up for each row of the page: a planner that misjudges their number would read the whole table.
      from cases.case where tenant_id = ${selection.tenant} and case_id = f.case_id limit 1) c
    left join identity.staff_member s on s.tenant_id = c.tenant_id and s.staff_id = c.assigned_to
    order by f.at ${direction}, f.case_id ${direction}`
}

type Row = {
  readonly case_id: string
  readonly number: string
  readonly version_id: string
  readonly status: string
  readonly applicant: string | null
  readonly protected: boolean
  readonly signature_missing: boolean
  readonly anonymous: boolean
  readonly assigned_to: string | null
  readonly worker: string | null
  readonly received_at: Date
  readonly changed_at: Date
  readonly supplement_until: string | null
}

async function toRows(ctx: Context, tx: Reading, rows: readonly Row[]): Promise<readonly CaseRow[]> {
  const services = await getServiceVersions(
    ctx,
    rows.map((row) => row.version_id),
    tx,
  )
  return rows.flatMap((row): readonly CaseRow[] => {
    const service = services.get(row.version_id)
    if (!service) return []
    return [
      {
        caseId: row.case_id,
        number: row.number,
        service,
        status: getStatus(service.definition, row.status),
        applicant: row.applicant ?? undefined,
        isProtected: row.protected,
        signatureMissing: row.signature_missing,
        anonymous: row.anonymous,
        assignedTo: row.assigned_to === null ? undefined : { id: row.assigned_to, name: row.worker ?? '' },
        receivedAt: row.received_at,
        changedAt: row.changed_at,
        supplementUntil: row.supplement_until ?? undefined,
      },
    ]
  })
}
