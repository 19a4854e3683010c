import { readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { commandLine, identifyProcess } from '../../process/process-identity.ts'

/** The PostgreSQL that a cluster's `postmaster.pid` names: its process id, TCP port, and what it says of itself. */
export type Postmaster = {
  readonly pid: number
  readonly port: number
  readonly status: 'starting' | 'ready' | 'stopping'
}

const statuses = ['starting', 'ready', 'stopping'] as const

/** The living PostgreSQL of a cluster; undefined when there is none, however stale the file. */
export function findPostmaster(cluster: string): Postmaster | undefined {
  const lines = readLines(cluster)
  const pid = Number(lines[0])
  if (!(pid > 0) || !isPostgresOf(cluster, pid)) return undefined
  // While it starts, the file still lacks its last lines.
  const status = statuses.find((known) => lines[7]?.trim() === known) ?? 'starting'
  return { pid, port: Number(lines[3] ?? 0), status }
}

/** A number above every process id there can be (Linux: 4 194 304). */
const nobody = 4_194_305

/**
 * PostgreSQL does not start while any process has the number in a stale `postmaster.pid`, whosever it is by now, and even if it
 * has ended and only waits to be reaped. So the number is replaced by one that nobody can have. The file stays, since
 * PostgreSQL also reads from it whether children of the dead one still use the memory they share.
 */
export function disarmStaleFile(cluster: string): void {
  const lines = readLines(cluster)
  if (Number(lines[0]) > 0 && !findPostmaster(cluster)) {
    writeFileSync(pathOf(cluster), [nobody, ...lines.slice(1)].join('\n'))
  }
}

/** Whether the process was started by `launch.ts` for this cluster. */
function isPostgresOf(cluster: string, pid: number): boolean {
  if (!identifyProcess(pid)) return false
  const [program, rest] = commandLine(pid).replaceAll('\0', ' ').split(' -D ')
  return basename(program ?? '') === 'postgres' && rest?.startsWith(`${cluster} -p `) === true
}

const pathOf = (cluster: string): string => join(cluster, 'postmaster.pid')

function readLines(cluster: string): readonly string[] {
  try {
    return readFileSync(pathOf(cluster), 'utf8').split('\n')
  } catch {
    return []
  }
}
