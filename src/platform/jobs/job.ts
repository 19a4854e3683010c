import { CompiledQuery } from 'kysely'
import type { PgBoss } from 'pg-boss'
import type { z } from 'zod'
import type { Context } from '../context.ts'
import { asAhead } from '../database/preparing-client.ts'
import type { Transaction } from '../database/transaction.ts'

/** A kind of work done after commit. Its payload holds ids only, and it may run twice without harm. */
export type Queue<Payload> = {
  readonly name: string
  readonly payload: z.ZodType<Payload>
  readonly attempts: number
  /** Seconds until the second attempt; doubles for each further one. */
  readonly retryDelay: number
}

/** A queue with what does its work, as role `system` of the municipality that the job was enqueued in. */
export type Job = {
  readonly queue: Queue<unknown>
  readonly perform: (ctx: Context, payload: unknown) => Promise<void>
}

/** Binds a queue to its work. The payload is parsed before the work begins. */
export const job = <Payload>(queue: Queue<Payload>, work: (ctx: Context, payload: Payload) => Promise<void>): Job => ({
  queue,
  perform: async (ctx, payload) => await work(ctx, queue.payload.parse(payload)),
})

/** Work that comes back: done in each municipality whenever the schedule says. Safe to do twice. */
export type RecurringJob = {
  readonly name: string
  /** Cron expression in UTC. */
  readonly cron: string
  readonly perform: (ctx: Context) => Promise<void>
}

/** Enqueues jobs in the transaction of their data: commit gives row and job, rollback neither. Role `system` only. */
export type Enqueue = <Payload extends object>(
  ctx: Context,
  tx: Transaction,
  queue: Queue<Payload>,
  payloads: readonly Payload[],
) => Promise<void>

/** Makes the sender of jobs above a started pg-boss. */
export function enqueueWith(boss: PgBoss): Enqueue {
  return async (ctx, tx, queue, payloads) => {
    if (payloads.length === 0) return
    await boss.insert(
      queue.name,
      payloads.map((payload) => ({ data: { tenant: ctx.tenant.id, payload } })),
      {
        db: { executeSql: async (text, values) => await tx.db.executeQuery(CompiledQuery.raw(asAhead(text), values)) },
      },
    )
  }
}
