import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { connect, createServer } from 'node:net'
import { delimiter, join } from 'node:path'
import process from 'node:process'
import { setTimeout as pause } from 'node:timers/promises'
import { eicar } from '../../src/files/testing/eicar.ts'

/** A clamd that was started for tests. */
export type StartedClamd = {
  /** As CLAMD_URL takes it. */
  readonly address: string
  readonly stop: () => Promise<void>
}

/** Milliseconds until a clamd with a single signature answers, on a machine that does much else; and between two looks. */
const patience = 60_000
const look = 100

/** Folders where packages put daemons, which not every PATH has. */
const sbin = ['/usr/sbin', '/usr/local/sbin', '/opt/homebrew/sbin']

/** The clamd that is installed on this machine; undefined without one. */
export const findClamd = (path = process.env.PATH ?? ''): string | undefined =>
  [...path.split(delimiter), ...sbin].map((folder) => join(folder, 'clamd')).find((file) => existsSync(file))

/**
 * Starts a clamd in a folder of its own, and waits until it answers. It knows one signature, that of the EICAR test file: all of ClamAV's take a
 * gigabyte of memory and half a minute, and tell no more of how we speak with it. Throws when it ends before it answers, or doesn't in time.
 */
export async function startClamd(program: string, folder: string): Promise<StartedClamd> {
  const port = await freePort()
  const signatures = join(folder, 'signatures')
  await mkdir(signatures, { recursive: true })
  // Name, any kind of file, anywhere in it, the bytes.
  await writeFile(join(signatures, 'test.ndb'), `Eicar-Test-Signature:0:*:${eicar.toString('hex')}\n`)
  const configuration = join(folder, 'clamd.conf')
  const lines = [
    'Foreground yes',
    'TCPAddr 127.0.0.1',
    `TCPSocket ${port}`,
    `DatabaseDirectory ${signatures}`,
    `TemporaryDirectory ${folder}`,
    'StreamMaxLength 110M',
    'MaxFileSize 110M',
    'MaxScanSize 400M',
  ]
  await writeFile(configuration, `${lines.join('\n')}\n`)
  const child = spawn(program, [`--config-file=${configuration}`], { stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (bytes: Buffer) => {
      said += String(bytes)
    })
  }
  const ended = once(child, 'close').then(
    () => `ended:\n${said}`,
    (error: unknown) => `can't be started: ${String(error)}`,
  )
  const stop = async () => {
    child.kill('SIGTERM')
    await ended
  }
  const trouble = await Promise.race([ended, answersPing(port)])
  if (trouble === undefined) return { address: `tcp://127.0.0.1:${port}`, stop }
  await stop()
  throw new Error(`${program} ${trouble}`)
}

/** Nothing once it answers; what is wrong when it doesn't in time. */
async function answersPing(port: number): Promise<string | undefined> {
  const last = Date.now() + patience
  while (Date.now() < last) {
    if (await ping(port)) return undefined
    await pause(look, undefined, { ref: false })
  }
  return `doesn't answer within ${patience / 1000} s`
}

async function ping(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1')
  try {
    socket.end('zPING\0')
    let answer = ''
    for await (const bytes of socket) answer += String(bytes)
    return answer.startsWith('PONG')
  } catch {
    return false
  } finally {
    socket.destroy()
  }
}

async function freePort(): Promise<number> {
  const server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  if (address === null || typeof address === 'string') throw new Error('this machine has no free port')
  return address.port
}
