import { join } from 'node:path'
import { z } from 'zod'
import { resolveDataDirectory } from '../../src/platform/database/embedded/data-directory.ts'

/** What `script/server` was asked for; ports are TCP ports, the data folder is absolute. */
export type Settings = {
  readonly checkout: string
  readonly dataDirectory: string
  readonly port: number
  readonly simulators: boolean
  /** Whether there is a virus scanner, one's own or the simulators'. */
  readonly scanner: boolean
  /** Without the demonstration content. */
  readonly empty: boolean
}

const Environment = z.object({
  // The simulators take the next port, so this can't be the last one.
  PORT: z.coerce
    .number('PORT has to be a number')
    .int('PORT has to be a whole number')
    .min(1)
    .max(65_534)
    .default(3000),
  HANDSLAG_DATA: z.string().optional(),
  HANDSLAG_SIMULATORS: z.enum(['yes', 'no'], 'HANDSLAG_SIMULATORS has to be yes or no').optional(),
  HANDSLAG_CONTENT: z.string().optional(),
  CLAMD_URL: z.string().optional(),
  NODE_ENV: z.string().optional(),
})

/** Reads environment and options; throws an error that names what is wrong. */
export function readSettings(
  env: Readonly<Record<string, string | undefined>>,
  options: readonly string[],
  checkout: string = join(import.meta.dirname, '..', '..'),
): Settings {
  const unknown = options.filter((option) => option !== '--empty')
  if (unknown.length > 0) throw new Error(`Unknown: ${unknown.join(' ')}. Use: ./script/server [--empty]`)
  const { PORT, HANDSLAG_SIMULATORS, HANDSLAG_CONTENT, CLAMD_URL, NODE_ENV } = Environment.parse(env)
  const simulators = (HANDSLAG_SIMULATORS ?? (NODE_ENV === 'production' ? 'no' : 'yes')) === 'yes'
  return {
    checkout,
    dataDirectory: resolveDataDirectory(env, checkout),
    port: PORT,
    simulators,
    scanner: simulators || CLAMD_URL !== undefined,
    empty: options.includes('--empty') || HANDSLAG_CONTENT === 'none',
  }
}
