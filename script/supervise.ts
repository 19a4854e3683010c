import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import process from 'node:process'
import { z } from 'zod'
import { endLeftPostgres } from '../src/platform/database/embedded/end-left-postgres.ts'
import { type Part, startPart } from './supervision/part.ts'
import { assertPortsFree } from './supervision/ports.ts'
import { readSettings, type Settings } from './supervision/settings.ts'
import { claimDataFolder, recordParts } from './supervision/take-over.ts'
import { answersOk, fileAppears, until } from './supervision/waiting.ts'
import { welcome } from './supervision/welcome.ts'

// Milliseconds. A program that drains may have a long upload under way; simulators have nothing to finish.
const patience = { start: 120_000, program: 45_000, simulators: 5_000 }

const say = (line: string) => process.stderr.write(`${line}\n`)
const parts: Part[] = []
let stopping = false

/** Resolves when somebody asks us to stop; asking again ends everything at once. */
const asked = new Promise<undefined>((resolve) => {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (stopping) for (const part of parts) part.kill()
      else say('Stopping …')
      stopping = true
      resolve(undefined)
    })
  }
})

/** Starts everything and then waits; the answer says in plain words what went wrong. */
async function run(settings: Settings): Promise<string> {
  const { port, dataDirectory } = settings
  await mkdir(dataDirectory, { recursive: true })
  await claimDataFolder(dataDirectory, say)
  await assertPortsFree(settings)
  if (settings.simulators) {
    const ready = join(dataDirectory, 'run', 'simulators.json')
    await rm(ready, { force: true })
    const simulators = await start(settings, 'simulators')
    const trouble = await until(() => fileAppears(ready), simulators, patience.start)
    if (trouble) return trouble
  }
  if (stopping) return 'Stopped while it was starting.'
  const program = await start(settings, 'main')
  const trouble = await until(() => answersOk(`http://localhost:${port}/healthz`), program, patience.start)
  if (trouble) return trouble
  process.stdout.write(welcome(settings))
  return await Promise.race(parts.map((part) => part.ended))
}

async function start(settings: Settings, name: Part['name']): Promise<Part> {
  const part = await startPart(name, settings)
  parts.push(part)
  await recordParts(settings.dataDirectory, parts)
  return part
}

/** The program first, which drains and stops its database last; then the simulators, which it may have needed for that. */
async function endAll({ dataDirectory }: Settings): Promise<void> {
  stopping = true
  for (const part of parts.toReversed()) await part.end(part.name === 'main' ? patience.program : patience.simulators)
  await endLeftPostgres(dataDirectory, { warn: () => say('PostgreSQL is slow to stop …') })
}

try {
  const settings = readSettings(process.env, process.argv.slice(2))
  const trouble = await Promise.race([asked, run(settings)]).catch(explain)
  await endAll(settings)
  if (trouble !== undefined) {
    say(trouble)
    process.exitCode = 1
  }
} catch (error) {
  say(explain(error))
  process.exitCode = 1
}
process.exit()

function explain(error: unknown): string {
  if (error instanceof z.ZodError) return error.issues.map(({ message }) => message).join('\n')
  return error instanceof Error ? error.message : String(error)
}
