import pg from 'pg'
import { DatabaseStartError } from './database-start-error.ts'
import { administrator } from './initialise-cluster.ts'
import type { Passwords } from './passwords.ts'

/** The database and the two logins of an embedded PostgreSQL. */
export const database = 'handslag'
export const owner = 'handslag_owner'
export const program = 'handslag_program'

/** Any number that nothing else uses as advisory lock: programs that start at once take turns. */
const provisionLock = 0x48_61_6e_65

/** The address of a login of the embedded PostgreSQL: `postgresql://login:password@127.0.0.1:port/database`. */
export const addressOf = (login: string, password: string, port: number, name: string = database): string =>
  `postgresql://${login}:${password}@127.0.0.1:${port}/${name}`

/**
 * Makes what is missing of the logins and the database, and checks that Å, Ä and Ö are letters in it. The owner bypasses row-level
 * security, since PostgreSQL 16 and later let only such a login make a role that does (the role of `search.find_*`). Extensions are
 * left to the migrations: those that we use are trusted, so that the owner may create them here and in a managed PostgreSQL alike.
 */
export async function provision(port: number, passwords: Passwords): Promise<void> {
  await withClient(addressOf(administrator, passwords.administrator, port, 'postgres'), async (client) => {
    await client.query('select pg_advisory_lock($1)', [provisionLock])
    await makeLogin(client, owner, `createrole bypassrls password '${passwords.owner}'`)
    await makeLogin(client, program, `noinherit password '${passwords.program}'`)
    const { rowCount } = await client.query('select from pg_database where datname = $1', [database])
    if (rowCount === 0)
      await client.query(`create database ${database} owner ${owner} template template0 encoding 'UTF8'`)
    await client.query(`revoke all on database ${database} from public`)
    await client.query(`grant connect on database ${database} to ${program}`)
  })
  await withClient(addressOf(owner, passwords.owner, port), assertSwedishLetters)
}

async function makeLogin(client: pg.Client, name: string, rights: string): Promise<void> {
  const { rowCount } = await client.query('select from pg_roles where rolname = $1', [name])
  if (rowCount === 0) await client.query(`create role ${name} login ${rights}`)
}

async function assertSwedishLetters(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ right: boolean }>(
    `select current_setting('server_encoding') = 'UTF8' and lower('ÅÄÖ') = 'åäö' and 'å' ~ '[[:alpha:]]' as right`,
  )
  if (rows[0]?.right) return
  throw new DatabaseStartError(
    'database-letters-wrong',
    'Å, Ä and Ö are not letters in the database: this system lacks the locale C.UTF-8.',
  )
}

async function withClient(connectionString: string, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({
    connectionString,
    connectionTimeoutMillis: 10_000,
    application_name: 'handslag-start',
  })
  // A connection that breaks also makes the query under way fail, which is where it is told.
  client.on('error', () => undefined)
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end()
  }
}
