import { z } from 'zod'

/** The kinds of files that can be asked for, and what each is called. */
export const fileKinds = {
  'application/pdf': { name: 'PDF', ending: '.pdf' },
  'image/jpeg': { name: 'JPG', ending: '.jpg,.jpeg' },
  'image/png': { name: 'PNG', ending: '.png' },
  'image/heic': { name: 'HEIC', ending: '.heic' },
} as const

/** Kinds of which a small picture is shown. Phones' HEIC can't be: it takes a patented decoder. */
export const shownSmall: ReadonlySet<string> = new Set(['image/jpeg', 'image/png'])

/** How many pixels. The largest screens have some thousands across: a limit above is a slip of the pen. */
const Side = z.int().min(1).max(5000)

const MediaType = z.enum(['application/pdf', 'image/jpeg', 'image/png', 'image/heic'])

/**
 * The settings of attachments; a megabyte is 1 000 000 bytes. `minPixels` is what every picture must have, as it stands upright; only kinds
 * that are shown small can be measured. Defaults: what suits a photographed paper.
 */
export const attachmentsSettings = {
  accept: z.array(MediaType).min(1).readonly().default(MediaType.options),
  maxFiles: z.int().min(1).max(100).default(10),
  maxFileMegabytes: z.number().positive().max(100).default(10),
  maxTotalMegabytes: z.number().positive().max(1000).default(50),
  minPixels: z.strictObject({ width: Side, height: Side }).readonly().optional(),
} as const
