import type { Context } from '../../platform/context.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import { notFound } from '../../platform/errors.ts'
import { failed, ok, type Result } from '../../platform/result.ts'
import '../events.ts'
import { mayDo } from '../policy.ts'
import '../tables.ts'

type CloseService = {
  readonly shortName: string
  /** When it opens again by itself; until further notice when left out. */
  readonly until?: Date | undefined
}

/** Closes an e-service from now on, whatever its definition says. Throws `not-found` for all but administrators, and when there is none. */
export async function closeService(
  ctx: Context,
  { shortName, until }: CloseService,
): Promise<Result<undefined, 'past'>> {
  const now = ctx.clock.now()
  if (until && until <= now) return failed('past')
  await write(ctx, shortName, { since: now, until: until ?? null })
  return ok(undefined)
}

/** Takes a closing by hand back: the definition decides again. Throws as `closeService` does. */
export async function reopenService(ctx: Context, shortName: string): Promise<void> {
  await write(ctx, shortName, { since: null, until: null })
}

async function write(
  ctx: Context,
  shortName: string,
  { since, until }: { readonly since: Date | null; readonly until: Date | null },
): Promise<void> {
  if (!mayDo(ctx.actor, 'close')) throw notFound()
  await inTransaction(ctx, async (tx) => {
    const row = await tx.db
      .updateTable('catalogue.service')
      .set({ closed_since: since, closed_until: until })
      .where('tenant_id', '=', ctx.tenant.id)
      .where('short_name', '=', shortName)
      .where('kind', '=', 'electronic')
      .returning('service_id')
      .executeTakeFirst()
    if (!row) throw notFound()
    const subject = row.service_id
    if (since === null) tx.record({ type: 'service.reopened', subject, data: {} })
    else tx.record({ type: 'service.closed', subject, data: { until: until?.toISOString() ?? null } })
  })
}
