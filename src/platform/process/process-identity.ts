import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { z } from 'zod'

/** A process that can be told from a later one with the same number: numbers are used again, starting times are not. */
export const ProcessIdentity = z.object({ pid: z.int().positive(), startedAt: z.string() })
export type ProcessIdentity = Readonly<z.infer<typeof ProcessIdentity>>

/** The identity of a living process; undefined when there is none, or when it has ended and only waits to be reaped. */
export function identifyProcess(pid: number): ProcessIdentity | undefined {
  const found = process.platform === 'linux' ? readLinux(pid) : askPs(pid)
  return found && !/^[ZX]/.test(found.state) ? { pid, startedAt: found.startedAt } : undefined
}

/** Whether this very process still lives. */
export const isAlive = (identity: ProcessIdentity): boolean =>
  identifyProcess(identity.pid)?.startedAt === identity.startedAt

/** The command line of a process as one string, arguments separated by NUL on Linux and by spaces elsewhere; '' when there is none. */
export function commandLine(pid: number): string {
  return process.platform === 'linux' ? read(`/proc/${pid}/cmdline`) : ps(pid, 'command=')
}

/** Linux is read from /proc, since a small Debian has no `ps`. Fields are counted after the name, which may hold anything. */
function readLinux(pid: number): { readonly state: string; readonly startedAt: string } | undefined {
  const stat = read(`/proc/${pid}/stat`)
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  const [state, startedAt] = [fields[0], fields[19]]
  return state && startedAt ? { state, startedAt } : undefined
}

function askPs(pid: number): { readonly state: string; readonly startedAt: string } | undefined {
  const [, state, startedAt] = /^(\S+)\s+(.+)$/.exec(ps(pid, 'stat=,lstart=')) ?? []
  return state && startedAt ? { state, startedAt } : undefined
}

function ps(pid: number, columns: string): string {
  try {
    return execFileSync('ps', ['-o', columns, '-p', String(pid)], { encoding: 'utf8', stdio: 'pipe' }).trim()
  } catch {
    return ''
  }
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
