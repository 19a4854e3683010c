import { sql } from 'kysely'
import type { Transaction } from '../../platform/database/transaction.ts'

/** Prevents the race of two windows that write a person's organisations at once: each would find room, or no twin. The later waits here. */
export async function lockOwn({ db }: Pick<Transaction, 'db'>, person: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`organisations:${person}`}, 0))`.execute(db)
}
