import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import { inReading, type Reading } from '../../platform/database/transaction.ts'
import { notFound } from '../../platform/errors.ts'
import type { Role } from '../../signing/public.ts'
import type { KnownCase } from '../case.ts'
import { HistoryData } from '../history.ts'
import { findCase } from './find-case.ts'

/** Something that has happened in a case. */
export type CaseEvent = {
  readonly id: string
  readonly type: string
  readonly at: Date
  /** Who did it, as the reader may see it: `name` is a staff member's, for staff alone; `role` as what a party has signed. */
  readonly by: {
    readonly kind: EventActor
    readonly self: boolean
    readonly name: string | undefined
    readonly role: Role | undefined
  }
  readonly data: HistoryData
}

export type EventActor = 'citizen' | 'staff' | 'visitor' | 'system'

/** All that has happened in a case, oldest first: for a citizen what concerns them, for staff everything. */
export async function listHistory(ctx: Context, caseId: string): Promise<readonly CaseEvent[]> {
  return await inReading(ctx, async (tx) => {
    const it = await findCase(ctx, tx, caseId)
    if (!it) throw notFound()
    const rows = await tx.db
      .selectFrom('cases.event')
      .select(['event_id', 'type', 'at', 'actor_kind', 'actor_id', 'data'])
      .where('tenant_id', '=', ctx.tenant.id)
      .where('case_id', '=', caseId)
      .$if(ctx.actor.kind === 'citizen', (query) => query.where('for_citizen', '=', true))
      .orderBy('event_id')
      .execute()
    const names = await staffNames(ctx, tx, rows)
    const roles = await rolesOf(ctx, tx, it)
    return rows.map(({ actor_id, ...row }) =>
      eventOf(ctx, { ...row, actor_id }, { name: names.get(actor_id ?? ''), role: roles.get(actor_id ?? '') }),
    )
  })
}

type EventRow = {
  readonly event_id: string
  readonly type: string
  readonly at: Date
  readonly actor_kind: string
  readonly actor_id: string | null
  readonly data: unknown
}

/** A row of history as readers see it. */
export const eventOf = (
  ctx: Context,
  row: EventRow,
  { name, role }: Partial<Pick<CaseEvent['by'], 'name' | 'role'>> = {},
): CaseEvent => ({
  id: row.event_id,
  type: row.type,
  at: row.at,
  by: {
    kind: actorKind(row.actor_kind),
    self: 'id' in ctx.actor && row.actor_id !== null && row.actor_id === ctx.actor.id,
    name,
    role,
  },
  data: HistoryData.catch({}).parse(row.data),
})

const actorKind = (kind: string): EventActor =>
  kind === 'citizen' || kind === 'staff' || kind === 'visitor' ? kind : 'system'

/** As what the parties of a case have signed, by person; none where nobody signs. */
async function rolesOf(
  ctx: Context,
  { db }: Reading,
  { caseId, service }: KnownCase,
): Promise<ReadonlyMap<string, Role>> {
  if (!service.definition.signing) return new Map()
  const rows = await db
    .selectFrom('cases.signer')
    .select(['person_id', 'role'])
    .where('tenant_id', '=', ctx.tenant.id)
    .where('case_id', '=', caseId)
    .execute()
  return new Map(rows.flatMap(({ person_id, role }) => (person_id === null ? [] : [[person_id, role]])))
}

/** Names of the staff among those who did something, for staff; a citizen's role can't read them. */
async function staffNames(
  ctx: Context,
  { db }: Reading,
  rows: readonly EventRow[],
): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(rows.flatMap((row) => (row.actor_kind === 'staff' && row.actor_id ? [row.actor_id] : [])))]
  if (ctx.actor.kind !== 'staff' || ids.length === 0) return new Map()
  const staff = await db
    .selectFrom('identity.staff_member')
    .select(['staff_id', 'name'])
    .where('tenant_id', '=', ctx.tenant.id)
    .where('staff_id', '=', sql<string>`any(${ids}::uuid[])`)
    .execute()
  return new Map(staff.map((row) => [row.staff_id, row.name]))
}
