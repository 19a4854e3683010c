import { readFile } from 'node:fs/promises'
import pg from 'pg'
import { z } from 'zod'
import { layoutOf } from '../../../src/platform/database/embedded/layout.ts'
import { addressOf } from '../../../src/platform/database/embedded/provision.ts'
import type { Place } from './installation.ts'

const Passwords = z.object({ administrator: z.string(), program: z.string() })
const Running = z.object({ port: z.int() })

/** Addresses of the embedded PostgreSQL of a data folder, read from there. */
export async function databaseAddresses(
  data: string,
): Promise<{ readonly superuser: string; readonly program: string }> {
  const layout = layoutOf(data)
  const { administrator, program } = Passwords.parse(JSON.parse(await readFile(layout.passwords, 'utf8')))
  const { port } = Running.parse(JSON.parse(await readFile(layout.running, 'utf8')))
  return {
    superuser: addressOf('postgres', administrator, port),
    program: addressOf('handslag_program', program, port),
  }
}

/** Runs one statement on an installation's database as the superuser, who sees every row of every municipality. */
export async function asSuperuser<Row extends pg.QueryResultRow>(
  { data }: Pick<Place, 'data'>,
  statement: string,
  values: readonly unknown[] = [],
): Promise<readonly Row[]> {
  const client = new pg.Client({ connectionString: (await databaseAddresses(data)).superuser })
  client.on('error', () => undefined)
  await client.connect()
  try {
    return (await client.query<Row>(statement, [...values])).rows
  } finally {
    await client.end()
  }
}

/** Runs one statement that locks rows, and holds them until they are released. */
export async function holdRows(
  { data }: Pick<Place, 'data'>,
  statement: string,
  values: readonly unknown[],
): Promise<{ readonly release: () => Promise<void> }> {
  const client = new pg.Client({ connectionString: (await databaseAddresses(data)).superuser })
  client.on('error', () => undefined)
  await client.connect()
  await client.query('begin')
  await client.query(statement, [...values])
  return { release: async () => await client.end() }
}
