import { readFile } from 'node:fs/promises'
import { z } from 'zod'

/** What `script/build` made for browsers: file names below `/assets/`, by municipality's theme where they differ. */
const Assets = z.object({
  styles: z.string(),
  themes: z.record(z.string(), z.string()),
  fonts: z.object({ latin: z.string() }),
  script: z.string(),
  /** SVG */
  marks: z.record(z.string(), z.string()),
  /** `#0b5c4a` */
  colours: z.record(z.string(), z.string()),
})

export type Assets = Readonly<z.infer<typeof Assets>>

/** Reads the list of built files. Throws when the program has not been built. */
export const readAssets = async (path: string): Promise<Assets> =>
  Assets.parse(JSON.parse(await readFile(path, 'utf8')))
