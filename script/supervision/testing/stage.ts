import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { onTestFinished } from 'vitest'
import { endLeftPostgres } from '../../../src/platform/database/embedded/end-left-postgres.ts'

const checkout = join(import.meta.dirname, '..', '..', '..')

/** A checkout whose built program and simulators are the stand-ins of this folder, with data and ports of its own. */
export async function aStage() {
  const folder = mkdtempSync(join(tmpdir(), 'handslag-stage-'))
  chmodSync(folder, 0o755)
  const data = join(folder, 'data')
  cpSync(join(checkout, 'script'), join(folder, 'script'), { recursive: true })
  for (const name of ['src', 'node_modules', 'package.json']) symlinkSync(join(checkout, name), join(folder, name))
  for (const [built, source] of [
    ['main', 'program'],
    ['simulators', 'simulators'],
  ]) {
    mkdirSync(join(folder, 'dist'), { recursive: true })
    writeFileSync(join(folder, 'dist', `${built}.js`), `import '../script/supervision/testing/${source}.ts'\n`)
  }
  const port = await findTwoPorts()
  const runs: ChildProcess[] = []
  onTestFinished(async () => {
    for (const run of runs.filter(({ exitCode, signalCode }) => exitCode === null && signalCode === null)) {
      run.kill('SIGTERM')
      await once(run, 'exit')
    }
    await endLeftPostgres(data, { warn: () => undefined }).catch(() => undefined)
    rmSync(folder, { recursive: true })
  })
  return {
    data,
    port,
    told: () => readFileSync(join(data, 'told'), 'utf8').trim().split('\n'),
    /** Starts the supervisor as a terminal would: in a process group of its own. */
    run: (options: readonly string[] = [], env: Readonly<Record<string, string>> = {}) => {
      const child = spawn(process.execPath, [join(folder, 'script', 'supervise.ts'), ...options], {
        detached: true,
        stdio: ['ignore', 'pipe', 'pipe'],
        env: { ...process.env, PORT: String(port), HANDSLAG_DATA: data, NODE_ENV: 'test', ...env },
      })
      runs.push(child)
      return observe(child)
    },
  }
}

function observe(child: ChildProcess) {
  let said = ''
  const printed = Promise.withResolvers<void>()
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text) => {
      said += text
      if (said.includes('Ctrl-C')) printed.resolve()
    })
  }
  const status = once(child, 'close').then(([code]) => Number(code ?? -1))
  return {
    pid: child.pid ?? 0,
    said: () => said,
    /** Resolves when it has told that everything runs. */
    ready: () =>
      Promise.race([
        printed.promise,
        status.then((code) => Promise.reject(new Error(`It ended with ${code}: ${said}`))),
      ]),
    status,
  }
}

/** The first of two neighbouring TCP ports that are free. */
async function findTwoPorts(): Promise<number> {
  for (;;) {
    const port = 4_100 + Math.floor(Math.random() * 800)
    const servers = await Promise.all([listenOn(port), listenOn(port + 1)])
    await Promise.all(servers.map((server) => server && new Promise((resolve) => server.close(resolve))))
    if (servers.every((server) => server !== undefined)) return port
  }
}

/** Takes a port, or answers undefined when somebody has it. */
export const listenOn = (port: number): Promise<Server | undefined> =>
  new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(undefined))
    server.listen(port, () => resolve(server))
  })
