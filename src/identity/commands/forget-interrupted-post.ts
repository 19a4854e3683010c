import { type Citizen, system } from '../../platform/actor.ts'
import { actingAs, type Context } from '../../platform/context.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import '../tables.ts'

/** Forgets what somebody had sent too late, when it has been done. */
export async function forgetInterruptedPost(ctx: Context, citizen: Citizen, id: string): Promise<void> {
  await inTransaction(actingAs(ctx, system), async ({ db }) => {
    await db
      .deleteFrom('identity.interrupted_post')
      .where('tenant_id', '=', ctx.tenant.id)
      .where('post_id', '=', id)
      .where('person_id', '=', citizen.id)
      .execute()
  })
}
