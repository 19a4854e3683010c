import { type Selectable, sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import { inReading, type Reading } from '../../platform/database/transaction.ts'
import { type Organisation, readLegalForm } from '../model.ts'
import { OrganisationAddress } from '../register/company-register.ts'
import { openNumber } from '../sealed-number.ts'
import type { OrganisationTable } from '../tables.ts'

const columns = [
  'organisation_id',
  'number_sealed',
  'name',
  'legal_form',
  'address',
  'role',
  'email',
  'phone',
  'verification',
  'checked_at',
] as const

/** The logged-in person's organisations by name; empty for everybody else who asks. */
export async function listMyOrganisations(ctx: Context): Promise<readonly Organisation[]> {
  const { actor } = ctx
  if (actor.kind !== 'citizen') return []
  const read = async ({ db }: Reading) =>
    await db
      .selectFrom('organisations.organisation')
      .select(columns)
      .where('tenant_id', '=', ctx.tenant.id)
      .where('person_id', '=', actor.id)
      .orderBy(sql`name collate "sv-x-icu"`)
      .execute()
  const rows = await inReading(ctx, read)
  return rows.map((row) => organisationOf(ctx, row))
}

/** One of the logged-in person's organisations; undefined when it isn't theirs. */
export async function findMyOrganisation(ctx: Context, id: string): Promise<Organisation | undefined> {
  const { actor } = ctx
  if (actor.kind !== 'citizen') return undefined
  const row = await inReading(
    ctx,
    async ({ db }) =>
      await db
        .selectFrom('organisations.organisation')
        .select(columns)
        .where('tenant_id', '=', ctx.tenant.id)
        .where('person_id', '=', actor.id)
        .where('organisation_id', '=', id)
        .executeTakeFirst(),
  )
  return row && organisationOf(ctx, row)
}

const organisationOf = (
  ctx: Context,
  row: Pick<Selectable<OrganisationTable>, (typeof columns)[number]>,
): Organisation => ({
  id: row.organisation_id,
  number: row.number_sealed === null ? undefined : openNumber(ctx, row.organisation_id, row.number_sealed),
  name: row.name,
  form: readLegalForm(row.legal_form),
  address: row.address === null ? undefined : OrganisationAddress.parse(row.address),
  role: row.role ?? undefined,
  email: row.email ?? undefined,
  phone: row.phone ?? undefined,
  verification: row.verification,
  checkedAt: row.checked_at ?? undefined,
})
