import { z } from 'zod'

/** What the simulators' process is told: the ports are TCP ports on localhost, the folder is where it may write. */
export type Settings = {
  readonly productPort: number
  readonly httpPort: number
  readonly dataFolder: string
}

const Environment = z.object({
  // The simulators take the next port, so the product can't have the last one.
  PORT: z.coerce.number().int().min(1).max(65_534).default(3000),
  HANDSLAG_DATA: z.string().min(1).default('./data'),
})

/** Reads the settings from the environment's `PORT` and `HANDSLAG_DATA`; throws an error that names each bad one. */
export function parseSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  const parsed = Environment.safeParse(environment)
  if (!parsed.success) {
    throw new Error(parsed.error.issues.map((issue) => `setting ${issue.path.join('.')}: ${issue.message}`).join('; '))
  }
  const { PORT, HANDSLAG_DATA } = parsed.data
  return { productPort: PORT, httpPort: PORT + 1, dataFolder: HANDSLAG_DATA }
}
