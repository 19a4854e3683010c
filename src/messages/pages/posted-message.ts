import { z } from 'zod'

/** The posted form of a message: whatever was typed, to be kept when something has to be mended. */
export const PostedMessage = z.object({ text: z.string().catch('') })
