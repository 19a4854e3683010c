import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Log } from '../../log.ts'
import { DatabaseStartError } from './database-start-error.ts'
import { endPostmaster } from './end-postmaster.ts'
import { findFreePort } from './free-port.ts'
import { administrator } from './initialise-cluster.ts'
import { becomeKeeper, findKeeper, lastPort, resignAsKeeper } from './keeper.ts'
import { adopt, launch, type Running } from './launch.ts'
import { type Cluster, prepareCluster } from './prepare-cluster.ts'
import { addressOf, owner, program, provision } from './provision.ts'

/** A PostgreSQL of our own that is kept running. */
export type EmbeddedPostgres = {
  /** For migrations. */
  readonly ownerUrl: string
  /** For everything else. */
  readonly programUrl: string
  /** The superuser's: for backups and for the copies that tests run on, never for the program. */
  readonly adminUrl: string
  /** It ran already: kept by another program on the same data, or left by one that was killed. */
  readonly adopted: boolean
  /** Stops PostgreSQL and waits for its end, unless another living program keeps it. */
  readonly stop: () => Promise<void>
  /** Tells once, in words for an operator, that PostgreSQL has ended and could not be brought back. */
  readonly onExit: (callback: (reason: string) => void) => void
}

type Options = {
  readonly dataDirectory: string
  readonly log: Pick<Log, 'info' | 'warn' | 'error'>
  /** Where to find the platform's package, and where to copy it if it can't be run from there. */
  readonly place?: { readonly packageDirectory?: string; readonly shelter?: string }
}

// Milliseconds after the first failed try, doubled for each further one up to the second figure.
const pauses = { first: 100, longest: 2_000 }
// About 6 s at start, where a person waits for the reason; over a minute later, where nobody does.
const tries = { atStart: 7, later: 40 }

/**
 * Starts PostgreSQL 18 on the data folder, or adopts the one that runs there, with its database and logins made. It is brought back on
 * the same port whenever it ends by itself. Throws `DatabaseStartError`.
 */
export async function startEmbeddedPostgres(options: Options): Promise<EmbeddedPostgres> {
  const { log } = options
  const cluster = await prepareCluster(options.dataDirectory, options.place)
  const { layout, passwords } = cluster
  const first = await bringUp(cluster, tries.atStart, () => findFreePort(lastPort(layout)))
  if (!first) throw new DatabaseStartError('database-start-failed', complaint(cluster))
  const { port, adopted } = first
  log.info({ code: 'database-started', pid: first.pid, port, adopted })
  if (!adopted || !findKeeper(layout)) await becomeKeeper(layout, port)
  const keeping = keepRunning(cluster, first, log)
  try {
    await provision(port, passwords)
  } catch (error) {
    await keeping.stop()
    throw error
  }
  return {
    ownerUrl: addressOf(owner, passwords.owner, port),
    programUrl: addressOf(program, passwords.program, port),
    adminUrl: addressOf(administrator, passwords.administrator, port),
    adopted,
    ...keeping,
  }
}

/** Adopts or launches, again and again with growing pauses; undefined when that never succeeded. */
async function bringUp(
  cluster: Cluster,
  count: number,
  choosePort: () => Promise<number>,
  isWanted: () => boolean = () => true,
): Promise<Running | undefined> {
  for (let tried = 0; tried < count && isWanted(); tried++) {
    const running = (await adopt(cluster)) ?? (await launch(cluster, await choosePort()))
    if (running) return running
    await pause(Math.min(pauses.first * 2 ** tried, pauses.longest))
  }
  return undefined
}

/** Brings PostgreSQL back on its port whenever it ends, until `stop`. */
function keepRunning(cluster: Cluster, first: Running, log: Options['log']): Pick<EmbeddedPostgres, 'stop' | 'onExit'> {
  const { layout } = cluster
  let running: Running | undefined = first
  let wanted = true
  let tellExit: (reason: string) => void = () => undefined
  const exit = new Promise<string>((resolve) => {
    tellExit = resolve
  })

  const watch = async () => {
    while (wanted && running) {
      await running.ended
      if (!wanted) return
      log.warn({ code: 'database-ended', pid: running.pid })
      running = await bringUp(
        cluster,
        tries.later,
        async () => first.port,
        () => wanted,
      )
      if (!running) break
      if (!running.adopted) await becomeKeeper(layout, first.port)
      log.info({ code: 'database-started', pid: running.pid, port: running.port, adopted: running.adopted })
    }
    if (!wanted) return
    log.error({ code: 'database-lost', port: first.port })
    tellExit(complaint(cluster))
  }
  const watching = watch()

  let stopped: Promise<void> | undefined
  const end = async () => {
    wanted = false
    const keeper = findKeeper(layout)
    if (keeper && keeper.pid !== process.pid) return
    // The child keeps no program alive; without this, one that has nothing else to do would end in the middle of stopping.
    const awake = setInterval(() => undefined, 60_000)
    if (running) await endPostmaster(layout.cluster, running.pid, log)
    await watching
    // A launch that was under way when stop was called may have succeeded after all.
    if (running) await endPostmaster(layout.cluster, running.pid, log)
    await resignAsKeeper(layout, first.port)
    clearInterval(awake)
    log.info({ code: 'database-stopped', port: first.port })
  }
  return {
    stop: () => (stopped ??= end()),
    onExit: (callback) => void exit.then(callback),
  }
}

/** Why PostgreSQL did not start, as far as it said so itself. */
function complaint({ layout }: Cluster): string {
  let said = ''
  try {
    said = readFileSync(layout.startLog, 'utf8').trim()
  } catch {
    // It has not come so far as to say anything.
  }
  return `PostgreSQL does not start on ${layout.cluster}. Its log is in ${join(layout.cluster, 'log')}. ${said}`.trim()
}
