import type { Context } from '../../platform/context.ts'
import { inReading } from '../../platform/database/transaction.ts'
import '../tables.ts'

/**
 * `fleeting`: the person is known by a foreign e-ID alone, whose identifier may change (PRID of persistence B or C), and may find nothing of theirs
 * at the next login. `apart`: something is held of them under another number or e-ID too, and isn't shown here.
 */
export type OwnWarning = 'fleeting' | 'apart'

/** What the logged-in person must be warned of, so that they don't lose sight of a case; none for everybody else. */
export async function listOwnWarnings(ctx: Context): Promise<readonly OwnWarning[]> {
  const { actor } = ctx
  if (actor.kind !== 'citizen') return []
  return await inReading(ctx, async ({ db }) => {
    const identities = await db
      .selectFrom('people.identity')
      .select(['scheme', 'persistence'])
      .where('tenant_id', '=', ctx.tenant.id)
      .where('person_id', '=', actor.id)
      .where('is_current', '=', true)
      .execute()
    const person = await db
      .selectFrom('people.person')
      .select('kept_apart')
      .where('tenant_id', '=', ctx.tenant.id)
      .where('person_id', '=', actor.id)
      .executeTakeFirst()
    const hasNumber = identities.some(({ scheme }) => scheme === 'swedish-number')
    const mayChange = identities.some(({ persistence }) => persistence === 'B' || persistence === 'C')
    return [
      ...(mayChange && !hasNumber ? (['fleeting'] as const) : []),
      ...(person?.kept_apart ? (['apart'] as const) : []),
    ]
  })
}
