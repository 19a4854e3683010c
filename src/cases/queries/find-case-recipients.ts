import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import type { Reading } from '../../platform/database/transaction.ts'
import { notFound } from '../../platform/errors.ts'
import '../tables.ts'

/** Whom something in a case concerns. */
export type CaseRecipients = {
  readonly number: string
  readonly versionId: string
  /** Persons who own the case now: those who applied, and can supplement it. */
  readonly owners: readonly string[]
  /** Persons who are parties now, the owners first. */
  readonly persons: readonly string[]
  /** The case worker who has it, when they may (still) see it. */
  readonly assignedTo: string | undefined
  /** Short name of the staff group that has it. */
  readonly group: string
  readonly anonymous: boolean
}

/** Whom some cases concern, by case, in one query; for notices, as `system`. */
export async function findCaseRecipients(
  ctx: Context,
  { db }: Reading,
  caseIds: readonly string[],
): Promise<ReadonlyMap<string, CaseRecipients>> {
  if (ctx.actor.kind !== 'system') throw notFound()
  if (caseIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('cases.case as c')
    .select(['c.case_id', 'c.number', 'c.version_id', 'c.group_name', 'c.anonymous'])
    .select(
      // Somebody who had the case before a party became protected, and hasn't the right, hears no more of it.
      sql<string | null>`(select m.staff_id from identity.staff_member m where m.tenant_id = c.tenant_id
        and m.staff_id = c.assigned_to and (not c.protected or 'protected' = any(m.rights)))`.as('assigned_to'),
    )
    .select(
      sql<
        string[]
      >`array(select p.person_id from cases.case_party p where p.tenant_id = c.tenant_id and p.case_id = c.case_id
        and p.role = 'owner' and p.until is null and p.person_id is not null order by p.since, p.party_id)`.as(
        'owners',
      ),
    )
    .select(
      sql<
        string[]
      >`array(select p.person_id from cases.case_party p where p.tenant_id = c.tenant_id and p.case_id = c.case_id
        and p.until is null and p.person_id is not null order by p.role <> 'owner', p.since, p.party_id)`.as('persons'),
    )
    .where('c.tenant_id', '=', ctx.tenant.id)
    .where('c.case_id', 'in', [...caseIds])
    .execute()
  return new Map(
    rows.map((row) => [
      row.case_id,
      {
        number: row.number,
        versionId: row.version_id,
        owners: row.owners,
        persons: row.persons,
        assignedTo: row.assigned_to ?? undefined,
        group: row.group_name,
        anonymous: row.anonymous,
      },
    ]),
  )
}
