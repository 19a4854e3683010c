import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { PgBoss } from 'pg-boss'
import { inject } from 'vitest'
import { type Actor, anonymous } from '../actor.ts'
import { diskBlobStore } from '../blobs/disk.ts'
import { type Clock, systemClock } from '../clock.ts'
import type { Context } from '../context.ts'
import { keyVault } from '../cryptography/key-vault.ts'
import { newKey } from '../cryptography/sealing.ts'
import { openDatabase } from '../database/pool.ts'
import type { EventSink } from '../events/event.ts'
import { systemIds } from '../ids.ts'
import { jobSchema } from '../jobs/install.ts'
import { type Enqueue, enqueueWith } from '../jobs/job.ts'
import { makeLog } from '../log.ts'
import { textsFor } from '../texts/texts.ts'
import { atEndOfFile } from './end-of-file.ts'

/** The two municipalities that every test database holds: twins that must never see each other. */
export const testTenants = {
  exempelkoping: '01930000-0000-7000-8000-000000000001',
  nordby: '01930000-0000-7000-8000-000000000002',
} as const

export type TestDatabase = {
  /** A context for an actor (a visitor unless told) in Exempelköping unless told, as the program's login. */
  readonly context: (options?: {
    readonly actor?: Actor
    readonly tenant?: string
    readonly clock?: Clock
    readonly sink?: EventSink
  }) => Context
  /** Asks as superuser, past row-level security: for what tests must see. */
  readonly query: <Row extends pg.QueryResultRow>(text: string, values?: readonly unknown[]) => Promise<readonly Row[]>
  /** Enqueues jobs for real, for sinks that a test makes itself. */
  readonly enqueue: Enqueue
  readonly programUrl: string
  readonly blobFolder: string
}

/** A database of its own for a test file, copied from the migrated template; gone after its last test. */
export async function testDatabase(): Promise<TestDatabase> {
  const server = inject('database')
  const name = `test_${randomBytes(6).toString('hex')}`
  const admin = new pg.Client({ connectionString: server.adminUrl })
  await admin.connect()
  await admin.query(`create database ${name} template ${server.template}`)
  const at = (url: string) => Object.assign(new URL(url), { pathname: `/${name}` }).toString()
  const superuser = new pg.Client({ connectionString: at(server.adminUrl) })
  await superuser.connect()
  const log = makeLog(process.env.HANDSLAG_TEST_LOG ?? 'silent')
  const db = openDatabase(at(server.programUrl), log)
  const boss = new PgBoss({
    connectionString: at(server.programUrl),
    schema: jobSchema,
    migrate: false,
    supervise: false,
    schedule: false,
    max: 2,
  })
  await boss.start()
  const blobFolder = await mkdtemp(join(tmpdir(), 'handslag-blobs-'))
  const vault = keyVault(newKey())

  atEndOfFile(async () => {
    await boss.stop({ graceful: false })
    await db.destroy()
    await superuser.end()
    // pg-boss lets go of its connections a moment after it says that it has stopped; cut off, they would complain.
    const left = () => admin.query('select 1 from pg_stat_activity where datname = $1', [name])
    while ((await left()).rows.length > 0) await new Promise((resolve) => setImmediate(resolve))
    await admin.query(`drop database ${name}`)
    await admin.end()
    await rm(blobFolder, { recursive: true, force: true })
  })

  return {
    context: (options = {}) => ({
      tenant: { id: options.tenant ?? testTenants.exempelkoping, timeZone: 'Europe/Stockholm' },
      actor: options.actor ?? anonymous,
      db,
      clock: options.clock ?? systemClock,
      ids: systemIds,
      log,
      texts: textsFor('sv', 'Europe/Stockholm'),
      vault,
      blobs: diskBlobStore(blobFolder),
      scanner: undefined,
      sink: options.sink ?? (async () => undefined),
      requestId: 'test',
    }),
    query: async (text, values = []) => (await superuser.query(text, [...values])).rows,
    enqueue: enqueueWith(boss),
    programUrl: at(server.programUrl),
    blobFolder,
  }
}
