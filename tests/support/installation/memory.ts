import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { z } from 'zod'
import type { Place } from './installation.ts'

const Running = z.object({ keeper: z.object({ pid: z.int() }) })

/** Bytes of memory that the program of an installation holds. */
export async function memoryOf({ data }: Pick<Place, 'data'>): Promise<number> {
  const { keeper } = Running.parse(JSON.parse(await readFile(join(data, 'run', 'postgres.json'), 'utf8')))
  const status = `/proc/${keeper.pid}/status`
  const kilobytes = existsSync(status)
    ? /^VmRSS:\s+(\d+) kB/m.exec(await readFile(status, 'utf8'))?.[1]
    : (await promisify(execFile)('ps', ['-o', 'rss=', '-p', String(keeper.pid)])).stdout
  return Number(kilobytes) * 1024
}
