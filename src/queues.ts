import type { Queue, RecurringJob } from './platform/jobs/job.ts'

/** Every queue of the installation: created by the owner's login when the database is migrated. */
export const queues: readonly Omit<Queue<unknown>, 'payload'>[] = []

/** Every schedule of the installation. */
export const schedules: readonly Pick<RecurringJob, 'name' | 'cron'>[] = []
