import { type Kysely, type Transaction as KyselyTransaction, sql } from 'kysely'
import type { Actor } from '../actor.ts'
import type { Context } from '../context.ts'
import type { Event, NewEvent } from '../events/event.ts'
import { ahead } from './preparing-client.ts'
import type { Database } from './schema.ts'

/** An open transaction in the actor's role: the only way to the tables. */
export type Transaction = {
  readonly db: KyselyTransaction<Database>
  /** Says that something has happened; written with the data when the work is done. */
  readonly record: (event: NewEvent) => void
}

/** An open transaction that only reads. */
export type Reading = Pick<Transaction, 'db'>

/**
 * Runs `work` in one transaction with the actor's role and settings, which row-level security reads. Then, still in it,
 * as role `system`, the context's sink writes what follows from the events that `work` recorded. Rolls back if anything throws.
 */
export async function inTransaction<Value>(ctx: Context, work: (tx: Transaction) => Promise<Value>): Promise<Value> {
  return await ctx.db.transaction().execute(async (db) => {
    const events: Event[] = []
    await enterRole(db, ctx.tenant.id, ctx.actor)
    const tx: Transaction = {
      db,
      record: (event) => events.push({ ...event, id: ctx.ids.next(), at: ctx.clock.now(), actor: ctx.actor }),
    }
    const value = await work(tx)
    if (events.length > 0) {
      await enterRole(db, ctx.tenant.id, { kind: 'system' })
      await ctx.sink(ctx, tx, events)
    }
    return value
  })
}

/** Runs `work` as `inTransaction` does, in a transaction that PostgreSQL lets only read. What records events or locks rows is no reading. */
export async function inReading<Value>(ctx: Context, work: (tx: Reading) => Promise<Value>): Promise<Value> {
  return await ctx.db
    .transaction()
    .setAccessMode('read only')
    .execute(async (db) => {
      await enterRole(db, ctx.tenant.id, ctx.actor)
      return await work({ db })
    })
}

/**
 * Sets role and settings until the transaction ends, together with the next statement. Settings of other kinds of actor are emptied:
 * a pooled connection keeps '' in them, never the last actor's id, and the policies read '' as nobody.
 */
export async function enterRole(db: Kysely<Database>, tenant: string, actor: Actor): Promise<void> {
  const person = actor.kind === 'citizen' ? actor.id : ''
  const staff = actor.kind === 'staff' ? actor.id : ''
  const visitor = actor.kind === 'visitor' ? (actor.id ?? '') : ''
  await sql`select set_config('role', ${`handslag_${actor.kind}`}, true),
    set_config('handslag.tenant', ${tenant}, true),
    set_config('handslag.person', ${person}, true),
    set_config('handslag.staff', ${staff}, true),
    set_config('handslag.visitor', ${visitor}, true) ${ahead}`.execute(db)
}
