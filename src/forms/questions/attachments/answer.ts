import { z } from 'zod'

/** A file that lies in the draft or submission: size in bytes, SHA-256 of its content in hexadecimal. */
export const AttachedFile = z
  .object({
    id: z.string().min(1),
    name: z.string().min(1),
    mediaType: z.string(),
    size: z.int().min(0),
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
  })
  .readonly()

export type AttachedFile = z.infer<typeof AttachedFile>

/** What lies in a question, in the order added; typed value and answer are the same. */
export const AttachedFiles = z.array(AttachedFile).readonly()

/** The same for machines: our own id says nothing to a receiver. */
export const ExportedFiles = z.array(z.object(AttachedFile.unwrap().omit({ id: true }).shape).readonly()).readonly()
