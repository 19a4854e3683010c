import type { TestDatabase } from './database.ts'

/** Milliseconds that tests wait for others to wait: whoever hasn't come by then never will. */
const patience = 20_000

/** Resolves when so many transactions of the database wait for locks that others hold; throws when they don't. */
export async function untilLocked(database: Pick<TestDatabase, 'query'>, count = 1): Promise<void> {
  const late = Date.now() + patience
  for (;;) {
    // Inside a transaction PostgreSQL would tell the same again and again.
    await database.query('select pg_stat_clear_snapshot()')
    const { length } = await database.query(
      `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and state = 'active'`,
    )
    if (length >= count) return
    if (Date.now() > late) throw new Error(`${length} transactions wait for a lock, not ${count}`)
    await new Promise((resolve) => setImmediate(resolve))
  }
}
