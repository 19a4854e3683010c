import { z } from 'zod'

/** How large a picture is, as it stands upright. */
const Pixels = z.object({ width: z.int().min(1), height: z.int().min(1) }).readonly()

export type Pixels = z.infer<typeof Pixels>

/** A file that lies in the draft or submission: size in bytes, SHA-256 of its content in hexadecimal; pixels of a picture that could be measured. */
export const AttachedFile = z
  .object({
    id: z.string().min(1),
    name: z.string().min(1),
    mediaType: z.string(),
    size: z.int().min(0),
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    pixels: Pixels.optional(),
  })
  .readonly()

export type AttachedFile = z.infer<typeof AttachedFile>

/** What lies in a question, in the order added; typed value and answer are the same. */
export const AttachedFiles = z.array(AttachedFile).readonly()

/** The same for machines: our own id and what only the limits ask for say nothing to a receiver. */
export const ExportedFiles = z
  .array(z.object(AttachedFile.unwrap().omit({ id: true, pixels: true }).shape).readonly())
  .readonly()
