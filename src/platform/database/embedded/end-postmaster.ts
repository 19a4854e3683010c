import { setTimeout as pause } from 'node:timers/promises'
import type { Log } from '../../log.ts'
import { findPostmaster } from './postmaster-file.ts'

// A fast shutdown writes a checkpoint; half a minute is far more than that takes with our shared buffers.
const patience = 30_000

/**
 * Ends the PostgreSQL with this process id and waits until it is gone: fast (transactions under way are rolled back), and if that takes
 * too long at once, after which the next start recovers from the log.
 */
export async function endPostmaster(cluster: string, pid: number, log: Pick<Log, 'warn'>): Promise<void> {
  const hurryAt = Date.now() + patience
  let sent: NodeJS.Signals | undefined
  while (findPostmaster(cluster)?.pid === pid) {
    const due = Date.now() < hurryAt ? 'SIGINT' : 'SIGQUIT'
    if (due !== sent) signal(pid, due)
    if (due !== sent && due === 'SIGQUIT') log.warn({ code: 'database-slow-to-stop', pid })
    sent = due
    await pause(25)
  }
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch {
    // It has ended by itself in the meantime, which the caller sees.
  }
}
