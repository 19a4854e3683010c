import { z } from 'zod'

/** How the hub misbehaves, until it is told otherwise: it answers for somebody else than who is at it. */
export const HubFaultMode = z.enum(['ok', 'other-person'])

/** See the schema of the same name. */
export type HubFaultMode = z.infer<typeof HubFaultMode>
