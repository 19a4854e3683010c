import { startEmbeddedPostgres } from '../start-embedded-postgres.ts'
import { quietLog } from './quiet-log.ts'

// A program of its own that starts PostgreSQL on the data folder of its first argument, says so, and then only lives; tests kill it.
const [dataDirectory = ''] = process.argv.slice(2)
const postgres = await startEmbeddedPostgres({ dataDirectory, log: quietLog })
process.once('SIGTERM', () => void postgres.stop().then(() => process.exit()))
process.stdout.write(`${JSON.stringify({ adopted: postgres.adopted, programUrl: postgres.programUrl })}\n`)
setInterval(() => undefined, 60_000)
