import type { Context } from '../../platform/context.ts'
import type { Reading } from '../../platform/database/transaction.ts'
import '../tables.ts'

/** A staff member as colleagues see them. */
export type Colleague = {
  readonly id: string
  readonly name: string
  readonly groups: readonly string[]
  readonly rights: readonly string[]
}

/** Everybody who has logged in as staff and still has a group in common with `group`, by name. */
export async function listStaff(ctx: Context, { db }: Reading, group: string): Promise<readonly Colleague[]> {
  const rows = await db
    .selectFrom('identity.staff_member')
    .select(['staff_id', 'name', 'groups', 'rights'])
    .where('tenant_id', '=', ctx.tenant.id)
    .where((where) => where(where.val(group), '=', where.fn.any('groups')))
    .orderBy('name')
    .execute()
  return rows.map((row) => ({ id: row.staff_id, name: row.name, groups: row.groups, rights: row.rights }))
}

/** Where notices to a staff member go. Role `system`. */
export async function staffContact(
  ctx: Context,
  { db }: Reading,
  id: string,
): Promise<{ readonly email: string | undefined } | undefined> {
  const row = await db
    .selectFrom('identity.staff_member')
    .select('email')
    .where('tenant_id', '=', ctx.tenant.id)
    .where('staff_id', '=', id)
    .executeTakeFirst()
  return row && { email: row.email ?? undefined }
}
