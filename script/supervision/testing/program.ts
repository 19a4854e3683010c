import { appendFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import process from 'node:process'
import { startEmbeddedPostgres } from '../../../src/platform/database/embedded/start-embedded-postgres.ts'
import { makeLog } from '../../../src/platform/log.ts'
import { onSupervisorGone } from '../../../src/platform/process/supervised.ts'

// Stands for the program in the tests of the supervisor: a database, /healthz, and /die, at which it kills itself.
const dataDirectory = process.env.HANDSLAG_DATA ?? ''
const tell = (what: string) => appendFileSync(join(dataDirectory, 'told'), `${what}\n`)

if (process.env.FAIL_AT_START) {
  process.stderr.write('setting HANDSLAG_KEY_FILE: is missing\n')
  process.exit(2)
}
const postgres = await startEmbeddedPostgres({ dataDirectory, log: makeLog('silent') })
const server = createServer((request, response) => {
  if (request.url === '/die') process.kill(process.pid, 'SIGKILL')
  response.end('ok')
}).listen(Number(process.env.PORT))
const end = async () => {
  server.close()
  await postgres.stop()
  tell('program ended')
  process.exit(0)
}
process.once('SIGTERM', () => void end())
onSupervisorGone(() => void end())
tell(process.env.HANDSLAG_CONTENT === 'none' ? 'program started empty' : 'program started')
