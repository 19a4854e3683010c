import process from 'node:process'

/**
 * Calls back once when the supervisor that started this process is gone, however it went: it holds the other end of
 * our standard input, which ends with it. Does nothing unless `HANDSLAG_SUPERVISED=1` says that there is one.
 */
export function onSupervisorGone(callback: () => void): void {
  if (process.env.HANDSLAG_SUPERVISED !== '1') return
  process.stdin.once('close', callback).on('error', () => process.stdin.destroy())
  process.stdin.resume().unref()
}
