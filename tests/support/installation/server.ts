import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import process from 'node:process'
import { z } from 'zod'
import { layoutOf } from '../../../src/platform/database/embedded/layout.ts'
import { findPostmaster } from '../../../src/platform/database/embedded/postmaster-file.ts'
import { isAlive, ProcessIdentity } from '../../../src/platform/process/process-identity.ts'
import { ask } from '../client/ask.ts'
import { waitFor } from '../waiting.ts'

const checkout = join(import.meta.dirname, '..', '..', '..')
const Record = z.object({ parts: z.array(ProcessIdentity) })

/** `./script/server`, as somebody runs it in a terminal. */
export type Server = {
  /** Milliseconds until it answered. */
  readonly startedIn: number
  /** SIGTERM; resolves with its exit status when it and all that it started are gone. */
  readonly stop: () => Promise<number>
  /** `kill -9` of it and of everything that it started. */
  readonly kill: () => Promise<void>
}

// Milliseconds: a fresh machine may take 90 s, and tests share theirs.
const patience = 120_000

/** Runs `./script/server` on a data folder and a port, and waits until it answers. */
export async function runServer({ data, port }: { readonly data: string; readonly port: number }): Promise<Server> {
  const began = performance.now()
  const child = spawn(join(checkout, 'script', 'server'), [], {
    stdio: 'ignore',
    env: {
      ...process.env,
      PORT: String(port),
      HANDSLAG_DATA: data,
      NODE_ENV: 'development',
      HANDSLAG_REQUESTS_PER_MINUTE: '100000000',
    },
  })
  const exit = once(child, 'exit').then(([status]) => Number(status ?? -1))
  const origin = `http://localhost:${port}`
  await Promise.race([
    waitFor('an answer', patience, async () => await isUp(origin)),
    exit.then((status) => Promise.reject(new Error(`script/server ended with ${status}`))),
  ])
  return {
    startedIn: performance.now() - began,
    stop: async () => {
      child.kill('SIGTERM')
      return await exit
    },
    kill: async () => {
      const parts = Record.parse(JSON.parse(await readFile(join(data, 'run', 'server.json'), 'utf8'))).parts
      const postmaster = findPostmaster(layoutOf(data).cluster)
      child.kill('SIGKILL')
      for (const { pid } of [...parts, ...(postmaster ? [postmaster] : [])]) process.kill(pid, 'SIGKILL')
      await exit
      await waitFor('the end of all', patience, async () => (parts.some(isAlive) ? undefined : true))
    },
  }
}

const isUp = async (origin: string): Promise<true | undefined> =>
  (await ask(origin, { path: '/healthz' }).catch(() => undefined))?.status === 200 ? true : undefined
