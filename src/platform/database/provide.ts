import { type Configuration, ConfigurationError } from '../configuration/configuration.ts'
import { installJobs } from '../jobs/install.ts'
import type { Queue, RecurringJob } from '../jobs/job.ts'
import type { Log } from '../log.ts'
import { startEmbeddedPostgres } from './embedded/start-embedded-postgres.ts'
import { migrate, readMigrations } from './migrate.ts'

/** A database that is up to date: the address for the program's login, and how to let go of it. */
export type ProvidedDatabase = {
  readonly url: string
  readonly stop: () => Promise<void>
  /** Tells that the embedded PostgreSQL has ended and can't be brought back. */
  readonly onGone: (callback: () => void) => void
}

/** Opens the configured PostgreSQL or starts the embedded one, and migrates it. Throws `ConfigurationError`, `DatabaseStartError`. */
export async function provideDatabase(
  configuration: Configuration,
  migrations: string,
  log: Log,
  work: {
    readonly queues: readonly Omit<Queue<unknown>, 'payload'>[]
    readonly schedules: readonly Pick<RecurringJob, 'name' | 'cron'>[]
  },
): Promise<ProvidedDatabase> {
  const { url, ownerUrl, stop, onGone } = await openPostgres(configuration, log)
  const program = decodeURIComponent(new URL(url).username)
  if (program === '') throw new ConfigurationError('DATABASE_URL: must name the login of the program')
  try {
    await migrate({
      ownerUrl,
      program,
      migrations: await readMigrations(migrations),
      log,
      afterwards: async (client) =>
        await installJobs(client, { ownerUrl, program, queues: work.queues, recurring: work.schedules }),
    })
  } catch (error) {
    await stop()
    throw error
  }
  return { url, stop, onGone }
}

async function openPostgres(configuration: Configuration, log: Log) {
  if (configuration.database) return { ...configuration.database, stop: async () => undefined, onGone: () => undefined }
  const embedded = await startEmbeddedPostgres({ dataDirectory: configuration.dataFolder, log })
  return {
    url: embedded.programUrl,
    ownerUrl: embedded.ownerUrl,
    stop: embedded.stop,
    onGone: (callback: () => void) =>
      embedded.onExit((reason) => {
        log.fatal({ code: 'database-gone', reason })
        callback()
      }),
  }
}
