import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { queues, schedules } from '../../queues.ts'
import { startEmbeddedPostgres } from '../database/embedded/start-embedded-postgres.ts'
import { migrate, readMigrations } from '../database/migrate.ts'
import { installJobs } from '../jobs/install.ts'
import { makeLog } from '../log.ts'

declare module 'vitest' {
  interface ProvidedContext {
    database: { readonly adminUrl: string; readonly programUrl: string; readonly template: string }
  }
}

/** Vitest's global set-up: one real PostgreSQL for the run, its database migrated, holding the two municipalities, as template. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'handslag-test-'))
  const log = makeLog('warn')
  const server = await startEmbeddedPostgres({ dataDirectory: folder, log })
  const program = new URL(server.programUrl).username
  await migrate({
    ownerUrl: server.ownerUrl,
    program,
    migrations: await readMigrations(join(import.meta.dirname, '../../../migrations')),
    log,
    afterwards: (client) => installJobs(client, { ownerUrl: server.ownerUrl, program, queues, recurring: schedules }),
  })
  const admin = new pg.Client({ connectionString: server.adminUrl })
  await admin.connect()
  for (const name of ['exempelkoping', 'nordby']) {
    const text = await readFile(join(import.meta.dirname, '../../../content', name, 'municipality.json'), 'utf8')
    const { id, shortName, settings } = JSON.parse(text)
    await admin.query('insert into tenants.tenant values ($1, $2, $3, now())', [
      id,
      shortName,
      JSON.stringify(settings),
    ])
  }
  await admin.end()
  project.provide('database', {
    // Not in the template itself: nobody may be connected to it while it is copied.
    adminUrl: Object.assign(new URL(server.adminUrl), { pathname: '/postgres' }).toString(),
    programUrl: server.programUrl,
    template: new URL(server.ownerUrl).pathname.slice(1),
  })
  return async () => {
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
}
