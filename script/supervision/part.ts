import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, existsSync, openSync, readFileSync, renameSync, statSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import process from 'node:process'
import { setTimeout as pause } from 'node:timers/promises'
import { identifyProcess, type ProcessIdentity } from '../../src/platform/process/process-identity.ts'
import type { Settings } from './settings.ts'

/** A process that we started. */
export type Part = {
  readonly name: 'main' | 'simulators'
  readonly identity: ProcessIdentity | undefined
  /** Resolves when it has ended, with how, in plain words, and the last lines of its log. */
  readonly ended: Promise<string>
  /** Asks it to end, and after so many milliseconds makes it. */
  readonly end: (patience: number) => Promise<void>
  readonly kill: () => void
}

const titles = { main: "Handslag's program", simulators: 'The simulators' } as const
// Bytes: one older log is kept beside the current one.
const longestLog = 10_000_000
const tail = 20

// Megabytes. What is in use at once is far below; told of more, V8 lets garbage grow to twice the memory, for no more speed.
const heap = ['--max-old-space-size=512', '--max-semi-space-size=8']

/**
 * Starts `dist/<name>.js`. It gets no Ctrl-C of the terminal, since we end the parts in order; and it holds a pipe from us as
 * standard input, whose end tells it that we are gone even when we are killed.
 */
export async function startPart(name: Part['name'], settings: Settings): Promise<Part> {
  const path = await rotateLog(join(settings.dataDirectory, 'log'), name)
  const log = openSync(path, 'a', 0o600)
  const begin = statSync(path).size
  const child = spawn(process.execPath, [...heap, join(settings.checkout, 'dist', `${name}.js`)], {
    cwd: settings.checkout,
    detached: true,
    stdio: ['pipe', log, log],
    env: {
      ...process.env,
      PORT: String(settings.port),
      HANDSLAG_DATA: settings.dataDirectory,
      HANDSLAG_SIMULATORS: settings.simulators ? 'yes' : 'no',
      HANDSLAG_CONTENT: settings.empty ? 'none' : 'demonstration',
      HANDSLAG_SUPERVISED: '1',
    },
  })
  closeSync(log)
  const exit = once(child, 'exit')
  const tellEnd = (status: unknown, signal: unknown): string => {
    const said = readFileSync(path).subarray(begin).toString('utf8').trimEnd().split('\n').slice(-tail).join('\n')
    const how = signal ? `by ${signal}` : `with status ${status}`
    return `${titles[name]} ended ${how}. The end of its log (${path}):\n${said}`
  }
  return {
    name,
    identity: child.pid === undefined ? undefined : identifyProcess(child.pid),
    ended: exit.then(
      ([status, signal]) => tellEnd(status, signal),
      (error: unknown) => `${titles[name]} could not be started: ${String(error)}`,
    ),
    end: async (patience) => {
      child.kill('SIGTERM')
      const gone = exit.then(
        () => true,
        () => true,
      )
      if (await Promise.race([gone, pause(patience, false, { ref: false })])) return
      child.kill('SIGKILL')
      await gone
    },
    kill: () => void child.kill('SIGKILL'),
  }
}

/** The part's log file; a long one of earlier runs is set aside first. */
async function rotateLog(folder: string, name: string): Promise<string> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const path = join(folder, `${name}.log`)
  if (existsSync(path) && statSync(path).size > longestLog) renameSync(path, `${path}.1`)
  return path
}
