import type pg from 'pg'
import { PgBoss } from 'pg-boss'
import type { Queue, RecurringJob } from './job.ts'

/** Schema of the job queue: the one schema without municipality in its keys; its payloads hold ids only. */
export const jobSchema = 'pgboss'

/** Seconds without a sign of life after which a worker is taken for dead: with the monitor's interval, under two minutes. */
const heartbeatSeconds = 30

/** A job that hangs is given up after this many seconds, and tried again. */
const expireSeconds = 300

/** Jobs that are done are kept this many seconds, for operators. */
const keepSeconds = 7 * 24 * 3600

/**
 * Creates the job queue's tables and a queue for every job, with the owner's login, and lets the program's login and role
 * `system` use them. No actor's role is let in. Safe to run at every start.
 */
export async function installJobs(
  client: pg.Client,
  options: {
    readonly ownerUrl: string
    readonly program: string
    readonly queues: readonly Omit<Queue<unknown>, 'payload'>[]
    readonly recurring: readonly Pick<RecurringJob, 'name' | 'cron'>[]
  },
): Promise<void> {
  const boss = new PgBoss({
    connectionString: options.ownerUrl,
    schema: jobSchema,
    supervise: false,
    schedule: false,
    max: 2,
  })
  await boss.start()
  try {
    for (const { name, attempts, retryDelay } of options.queues) {
      const queue = {
        retryLimit: attempts - 1,
        retryDelay,
        retryBackoff: true,
        heartbeatSeconds,
        expireInSeconds: expireSeconds,
        deleteAfterSeconds: keepSeconds,
      }
      if (await boss.getQueue(name)) await boss.updateQueue(name, queue)
      else await boss.createQueue(name, queue)
    }
    for (const job of options.recurring) {
      if (!(await boss.getQueue(job.name)))
        await boss.createQueue(job.name, { retryLimit: 3, heartbeatSeconds, expireInSeconds: expireSeconds })
      await boss.schedule(job.name, job.cron)
    }
  } finally {
    await boss.stop({ graceful: false })
  }
  const program = `"${options.program.replaceAll('"', '""')}"`
  for (const grantee of ['handslag_system', program]) {
    await client.query(`grant usage on schema ${jobSchema} to ${grantee}`)
    await client.query(`grant select, insert, update, delete on all tables in schema ${jobSchema} to ${grantee}`)
    await client.query(`grant execute on all functions in schema ${jobSchema} to ${grantee}`)
  }
}
