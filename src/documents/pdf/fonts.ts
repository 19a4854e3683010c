import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

/** The weights that our templates use. Only these are embedded, each reduced to the letters that occur. */
const weights = ['Regular', 'Semibold'] as const

/** Reads the fonts that documents are set in, from their package: the same letters on every machine, whatever it has installed. */
export function readFonts(): readonly Buffer[] {
  const { resolve } = createRequire(import.meta.url)
  return weights.map((weight) => readFileSync(resolve(`source-sans/OTF/SourceSans3-${weight}.otf`)))
}
