import { join } from 'node:path'
import process from 'node:process'
import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import { readJson, replaceJson } from '../../src/platform/json-file.ts'
import { identifyProcess, isAlive, ProcessIdentity } from '../../src/platform/process/process-identity.ts'
import type { Part } from './part.ts'

const Record = z.object({ supervisor: ProcessIdentity.optional(), parts: z.array(ProcessIdentity) })

const pathIn = (dataDirectory: string): string => join(dataDirectory, 'run', 'server.json')

// Milliseconds: as long as a program may drain.
const patience = 45_000

/**
 * Makes this process the only `script/server` on the data folder. Throws when another one lives. Parts that a killed one has left
 * are ending by themselves, since their standard input has ended; they are waited for, and killed if they don't.
 */
export async function claimDataFolder(dataDirectory: string, say: (line: string) => void): Promise<void> {
  const record = readJson(pathIn(dataDirectory), Record)
  if (record?.supervisor && isAlive(record.supervisor)) {
    throw new Error(
      `Handslag already runs on ${dataDirectory} (process ${record.supervisor.pid}). Stop that one, or give this one a HANDSLAG_DATA and PORT of its own.`,
    )
  }
  const left = () => record?.parts.filter(isAlive) ?? []
  if (left().length > 0) say('Waiting for what a killed start has left to end …')
  const until = Date.now() + patience
  while (left().length > 0) {
    if (Date.now() > until) for (const part of left()) process.kill(part.pid, 'SIGKILL')
    await pause(50)
  }
  await recordParts(dataDirectory, [])
}

/** Writes down who we are and what we have started, for the next start. */
export async function recordParts(dataDirectory: string, parts: readonly Pick<Part, 'identity'>[]): Promise<void> {
  await replaceJson(pathIn(dataDirectory), {
    supervisor: identifyProcess(process.pid),
    parts: parts.flatMap(({ identity }) => identity ?? []),
  })
}
