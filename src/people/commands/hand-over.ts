import { sql } from 'kysely'
import pg from 'pg'
import type { Context } from '../../platform/context.ts'
import type { Transaction } from '../../platform/database/transaction.ts'
import { openNumber, sealNumber } from '../identities.ts'
import '../tables.ts'

/** PostgreSQL's code for a row that others still point at. */
const foreignKeyViolation = '23503'

/**
 * Hands over all identities of a person, of whom nothing else is held, to the person whom they turned out to be, and takes the empty one away.
 * Answers false, and changes nothing, when something is held: contact details of their own, or a row of any domain. That isn't asked but
 * left to the foreign keys, since they also see what another transaction is writing at this moment: it waits for us, or we for it.
 */
export async function handOver(
  ctx: Context,
  db: Transaction['db'],
  { from, to }: { readonly from: string; readonly to: string },
): Promise<boolean> {
  await sql`savepoint hand_over`.execute(db)
  try {
    await moveIdentities(ctx, db, { from, to })
    const { numDeletedRows } = await db
      .deleteFrom('people.person')
      .where('tenant_id', '=', ctx.tenant.id)
      .where('person_id', '=', from)
      .where('email', 'is', null)
      .where('phone', 'is', null)
      .executeTakeFirst()
    if (numDeletedRows === 1n) return true
  } catch (error) {
    if (!(error instanceof pg.DatabaseError) || error.code !== foreignKeyViolation) throw error
  }
  await sql`rollback to savepoint hand_over`.execute(db)
  return false
}

async function moveIdentities(
  ctx: Context,
  db: Transaction['db'],
  { from, to }: { readonly from: string; readonly to: string },
): Promise<void> {
  const rows = await db
    .selectFrom('people.identity')
    .select(['person_id', 'scheme', 'number_hmac', 'number_sealed', 'is_current'])
    .where('tenant_id', '=', ctx.tenant.id)
    .where('person_id', 'in', [from, to])
    .orderBy('number_hmac')
    .forUpdate()
    .execute()
  const inUse = rows.filter(({ person_id, is_current }) => person_id === to && is_current).map(({ scheme }) => scheme)
  for (const row of rows.filter(({ person_id }) => person_id === from)) {
    await db
      .updateTable('people.identity')
      .set({
        person_id: to,
        number_sealed: sealNumber(ctx, openNumber(ctx, row.number_sealed, from), to),
        is_current: row.is_current && !inUse.includes(row.scheme),
      })
      .where('tenant_id', '=', ctx.tenant.id)
      .where('scheme', '=', row.scheme)
      .where('number_hmac', '=', row.number_hmac)
      .execute()
  }
}
