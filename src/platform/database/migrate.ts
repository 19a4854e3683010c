import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import type { Log } from '../log.ts'

/** Any number that only Handslag's migrations use as advisory lock: processes that start at once take turns. */
const migrationLock = 0x48_61_6e_64

export type Migration = { readonly name: string; readonly text: string; readonly digest: string }

/** The migrations of a folder, in the order of their names. */
export async function readMigrations(directory: string): Promise<readonly Migration[]> {
  const names = (await readdir(directory)).filter((name) => name.endsWith('.sql')).sort()
  return await Promise.all(
    names.map(async (name) => {
      const text = await readFile(join(directory, name), 'utf8')
      return { name, text, digest: createHash('sha256').update(text).digest('hex') }
    }),
  )
}

/**
 * Brings the database up to date, forward only, each file in a transaction of its own. Runs as the owner's login; `program` is the
 * name of the program's login, which is let into the roles. `afterwards` runs under the same lock.
 * Throws when a file that was applied has been changed since.
 */
export async function migrate(options: {
  readonly ownerUrl: string
  readonly program: string
  readonly migrations: readonly Migration[]
  readonly log: Log
  readonly afterwards: (client: pg.Client) => Promise<void>
}): Promise<void> {
  const client = new pg.Client({ connectionString: options.ownerUrl, application_name: 'handslag-migrate' })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [migrationLock])
    await client.query(`create table if not exists public.handslag_migration
      (name text primary key, digest text not null, applied_at timestamptz not null default now())`)
    const { rows } = await client.query<{ name: string; digest: string }>(
      'select name, digest from public.handslag_migration',
    )
    const applied = new Map(rows.map((row) => [row.name, row.digest]))
    for (const migration of options.migrations) {
      const digest = applied.get(migration.name)
      if (digest === migration.digest) continue
      if (digest) throw new Error(`Migration ${migration.name} has been changed since it was applied`)
      await apply(client, migration, options.program)
      options.log.info({ migration: migration.name }, 'migrated')
    }
    await options.afterwards(client)
  } finally {
    await client.end()
  }
}

async function apply(client: pg.Client, migration: Migration, program: string): Promise<void> {
  await client.query('begin')
  try {
    await client.query(`select set_config('handslag.program_login', $1, true)`, [program])
    await client.query(migration.text)
    await client.query('insert into public.handslag_migration (name, digest) values ($1, $2)', [
      migration.name,
      migration.digest,
    ])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}
