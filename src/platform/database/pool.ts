import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import type { Log } from '../log.ts'
import { PreparingClient } from './preparing-client.ts'
import type { Database } from './schema.ts'

/** Connections of one process; the web and the worker of a small machine share PostgreSQL's hundred. */
const connections = 20

const int8 = 20
const date = 1082

/** int8 as number (counts and sizes stay far below 2^53) and calendar days as `2027-03-03`, never as an instant. */
function typeParser(oid: number, format?: 'text' | 'binary') {
  if (format === 'binary') return pg.types.getTypeParser(oid, 'binary')
  if (oid === int8) return Number
  if (oid === date) return String
  return pg.types.getTypeParser(oid, 'text')
}

/** Opens the pool of the program's login. A connection that breaks is logged and replaced; only the query that used it fails. */
export function openDatabase(url: string, log: Log): Kysely<Database> {
  const pool = new pg.Pool({
    Client: PreparingClient,
    connectionString: url,
    max: connections,
    connectionTimeoutMillis: 5_000,
    idle_in_transaction_session_timeout: 30_000,
    statement_timeout: 30_000,
    application_name: 'handslag',
    types: { getTypeParser: typeParser as typeof pg.types.getTypeParser },
  })
  pool.on('error', (err) => log.warn({ code: 'database-connection-lost', err }))
  // One that breaks between two queries of a transaction has nobody waiting for it, and would end the process. The next query fails.
  pool.on('connect', (client) => client.on('error', () => undefined))
  return new Kysely<Database>({ dialect: new PostgresDialect({ pool }) })
}
