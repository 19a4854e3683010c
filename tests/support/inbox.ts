import { z } from 'zod'
import { ask } from './client/ask.ts'
import type { Place } from './installation/installation.ts'

const Inbox = z.array(z.object({ id: z.string(), to: z.string(), subject: z.string(), text: z.string() }))

/** Every letter that the installation has sent, newest first. */
export const readInbox = async ({ simulators }: Pick<Place, 'simulators'>): Promise<z.infer<typeof Inbox>> =>
  Inbox.parse(JSON.parse((await ask(simulators, { path: '/inbox.json' })).text))
