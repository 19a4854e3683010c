import type { Context } from '../../platform/context.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import '../tables.ts'
import type { TenantSettings } from '../tenant.ts'

/** Creates a municipality or replaces its settings and hosts. For the installation's own content; run as `system`. */
export async function saveTenant(
  ctx: Context,
  input: { readonly shortName: string; readonly hosts: readonly string[]; readonly settings: TenantSettings },
): Promise<void> {
  if (ctx.actor.kind !== 'system') throw new Error('Only the system saves municipalities')
  await inTransaction(ctx, async ({ db }) => {
    const row = { short_name: input.shortName, settings: JSON.stringify(input.settings), changed_at: ctx.clock.now() }
    await db
      .insertInto('tenants.tenant')
      .values({ tenant_id: ctx.tenant.id, ...row })
      .onConflict((conflict) => conflict.column('tenant_id').doUpdateSet(row))
      .execute()
    await db.deleteFrom('tenants.host').where('tenant_id', '=', ctx.tenant.id).execute()
    await db
      .insertInto('tenants.host')
      .values(input.hosts.map((host, position) => ({ tenant_id: ctx.tenant.id, host, position })))
      .execute()
  })
}
