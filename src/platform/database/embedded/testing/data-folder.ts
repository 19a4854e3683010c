import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { z } from 'zod'
import { endPostmaster } from '../end-postmaster.ts'
import { layoutOf } from '../layout.ts'
import { findPostmaster, type Postmaster } from '../postmaster-file.ts'
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../start-embedded-postgres.ts'
import { quietLog } from './quiet-log.ts'

/** An empty folder that any user may enter; what runs in it is ended and all is removed after the test. */
export function aDataFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'handslag-'))
  chmodSync(folder, 0o755)
  onTestFinished(async () => {
    const left = postmasterOf(folder)
    if (left) await endPostmaster(layoutOf(folder).cluster, left.pid, quietLog)
    rmSync(folder, { recursive: true })
  })
  return folder
}

export const postmasterOf = (dataDirectory: string): Postmaster | undefined =>
  findPostmaster(layoutOf(dataDirectory).cluster)

/** PostgreSQL on the folder, stopped after the test. */
export async function started(
  dataDirectory: string,
  options: Partial<Parameters<typeof startEmbeddedPostgres>[0]> = {},
): Promise<EmbeddedPostgres> {
  const postgres = await startEmbeddedPostgres({ dataDirectory, log: quietLog, ...options })
  onTestFinished(() => postgres.stop())
  return postgres
}

const Said = z.object({ adopted: z.boolean(), programUrl: z.string() })

/** Another Node.js program that has started PostgreSQL on the folder, and what it said of it; killed after the test. */
export async function anotherProgram(dataDirectory: string) {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'hold-postgres.ts'), dataDirectory], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(child, 'exit')
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal)
    await ended
  }
  onTestFinished(() => end('SIGKILL'))
  const [line] = await Promise.race([once(child.stdout, 'data'), ended.then(() => ['null'])])
  return { ...Said.parse(JSON.parse(String(line))), end }
}
