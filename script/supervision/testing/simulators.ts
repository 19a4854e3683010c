import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import process from 'node:process'
import { onSupervisorGone } from '../../../src/platform/process/supervised.ts'

// Stands for the simulators in the tests of the supervisor.
const dataDirectory = process.env.HANDSLAG_DATA ?? ''
const tell = (what: string) => appendFileSync(join(dataDirectory, 'told'), `${what}\n`)
createServer((_, response) => response.end('ok')).listen(Number(process.env.PORT) + 1)
const end = () => {
  tell('simulators ended')
  process.exit(0)
}
process.once('SIGTERM', end)
onSupervisorGone(end)
tell('simulators started')
mkdirSync(join(dataDirectory, 'run'), { recursive: true })
writeFileSync(join(dataDirectory, 'run', 'simulators.json'), '{}')
