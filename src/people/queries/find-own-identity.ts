import type { Context } from '../../platform/context.ts'
import type { Reading } from '../../platform/database/transaction.ts'
import { openNumber } from '../identities.ts'
import '../tables.ts'

/** What somebody is known by where they sign: their Swedish number (12 digits), or the PRID of who has none. */
export type OwnIdentity = { readonly scheme: 'swedish-number' | 'prid'; readonly number: string }

/** What the logged-in person is known by now; undefined for who is known by neither, and for everybody else who asks. */
export async function findOwnIdentity(ctx: Context, { db }: Reading): Promise<OwnIdentity | undefined> {
  const { actor } = ctx
  if (actor.kind !== 'citizen') return undefined
  const rows = await db
    .selectFrom('people.identity')
    .select(['scheme', 'number_sealed'])
    .where('tenant_id', '=', ctx.tenant.id)
    .where('person_id', '=', actor.id)
    .where('is_current', '=', true)
    .execute()
  for (const scheme of ['swedish-number', 'prid'] as const) {
    const row = rows.find((one) => one.scheme === scheme)
    if (row) return { scheme, number: openNumber(ctx, row.number_sealed, actor.id) }
  }
  return undefined
}
