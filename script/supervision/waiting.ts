import { existsSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import type { Part } from './part.ts'

// Milliseconds between two looks, and for one answer.
const look = 50
const answer = 2_000

/** Waits until the part is ready; otherwise says in plain words what happened: it ended, or took longer than so many milliseconds. */
export async function until(
  isReady: () => Promise<boolean>,
  part: Part,
  patience: number,
): Promise<string | undefined> {
  const late = Date.now() + patience
  while (!(await isReady())) {
    const ended = await Promise.race([part.ended, pause(look, undefined)])
    if (ended !== undefined) return ended
    if (Date.now() > late) return `After ${patience / 1000} seconds ${part.name}.js is still not ready.`
  }
  return undefined
}

export const fileAppears = async (path: string): Promise<boolean> => existsSync(path)

/** Whether the address answers 200 by now. */
export async function answersOk(address: string): Promise<boolean> {
  try {
    return (await fetch(address, { signal: AbortSignal.timeout(answer) })).status === 200
  } catch {
    return false
  }
}
