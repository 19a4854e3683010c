import type { Context } from '../../platform/context.ts'
import type { Reading } from '../../platform/database/transaction.ts'
import { openNumber } from '../identities.ts'
import '../tables.ts'
import type { OwnIdentity } from './find-own-identity.ts'

/** What persons are or have been known by where they sign, the present one first, in role `system`: a signature goes on naming its day's number. */
export async function listIdentities(
  ctx: Context,
  { db }: Reading,
  persons: readonly string[],
): Promise<ReadonlyMap<string, readonly OwnIdentity[]>> {
  if (persons.length === 0) return new Map()
  const rows = await db
    .selectFrom('people.identity')
    .select(['person_id', 'scheme', 'number_sealed'])
    .where('tenant_id', '=', ctx.tenant.id)
    .where('person_id', 'in', persons)
    .where('scheme', 'in', ['swedish-number', 'prid'])
    .orderBy('is_current', 'desc')
    .execute()
  const identities = rows.flatMap(({ person_id, scheme, number_sealed }) =>
    scheme === 'swedish-number' || scheme === 'prid'
      ? [{ person: person_id, scheme, number: openNumber(ctx, number_sealed, person_id) }]
      : [],
  )
  return new Map(
    [...Map.groupBy(identities, ({ person }) => person)].map(([person, all]) => [
      person,
      all.map(({ scheme, number }) => ({ scheme, number })),
    ]),
  )
}
