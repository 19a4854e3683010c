import { PgBoss } from 'pg-boss'
import type { Services } from './composition.ts'
import { system } from './platform/actor.ts'
import { jobSchema } from './platform/jobs/install.ts'
import { textsFor } from './platform/texts/texts.ts'

/** Jobs of one queue that a process works on at once. */
const atOnce = 2

/** Seconds between looks for new jobs. */
const pollEvery = 1

/** A worker that takes no more jobs and has finished those it had once `stop` is done. */
export type Worker = { readonly stop: () => Promise<void> }

/** Payloads as `enqueueWith` writes them. */
type Envelope = { readonly tenant: string; readonly payload: unknown }

/** Works on the queues: each job as role `system` in its municipality, each recurring job once in every municipality. */
export async function startWorker(services: Services): Promise<Worker> {
  const { log } = services
  const boss = new PgBoss({
    connectionString: services.databaseUrl,
    schema: jobSchema,
    migrate: false,
    supervise: true,
    schedule: true,
    reindex: false,
    monitorIntervalSeconds: 30,
    superviseIntervalSeconds: 30,
    max: 5,
  })
  boss.on('error', (err) => log.warn({ code: 'job-queue-fault', err }))
  await boss.start()

  const contextIn = async (tenantId: string, requestId: string) => {
    const tenant = await services.directory.find(tenantId)
    return tenant && services.contextFor({ tenant, actor: system, texts: textsFor('sv', tenant.timeZone), requestId })
  }

  for (const { queue, perform } of services.jobs) {
    const options = { batchSize: 1, localConcurrency: atOnce, pollingIntervalSeconds: pollEvery }
    await boss.work<Envelope>(queue.name, options, async ([job]) => {
      if (!job) return
      const ctx = await contextIn(job.data.tenant, job.id)
      if (ctx) await logged(services, queue.name, job.id, () => perform(ctx, job.data.payload))
    })
  }
  for (const { name, perform } of services.recurringJobs) {
    await boss.work(name, { batchSize: 1, pollingIntervalSeconds: 10 }, async ([job]) => {
      if (!job) return
      for (const tenant of await services.directory.list()) {
        const ctx = await contextIn(tenant.id, job.id)
        if (ctx) await logged(services, name, job.id, () => perform(ctx))
      }
    })
  }
  return { stop: async () => await boss.stop({ graceful: true, timeout: 20_000 }) }
}

/** Says that a job failed, before the queue takes note of it and tries again. */
async function logged({ log }: Services, name: string, id: string, work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (err) {
    log.warn({ code: 'job-failed', job: name, id, err })
    throw err
  }
}
