import { setTimeout as pause } from 'node:timers/promises'

// Milliseconds between two looks.
const look = 100

/** Looks until something is found, and answers it. Throws, naming what was waited for, after so many milliseconds. */
export async function waitFor<Value>(
  what: string,
  patience: number,
  find: () => Promise<Value | undefined>,
): Promise<Value> {
  const late = Date.now() + patience
  for (;;) {
    const found = await find()
    if (found !== undefined) return found
    if (Date.now() > late) throw new Error(`${what}: not within ${patience / 1000} s`)
    await pause(look)
  }
}
