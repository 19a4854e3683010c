import type { Context } from '../platform/context.ts'

/** What stands at the head of a municipality's documents. */
export type Letterhead = {
  readonly municipality: string
  /** Its mark as SVG, from the installation's own content. */
  readonly mark?: string
  /** Its colour, `#0b5c4a`, dark enough for text on white. */
  readonly colour?: string
}

/** Reads the letterhead of the context's municipality. Wired by the composition. */
export type ReadLetterhead = (ctx: Context) => Promise<Letterhead>

/** For a municipality without a colour: black ink. */
const ink = '#262626'

/** A letterhead as the templates read it; the mark goes beside. */
export const letterheadWords = ({ municipality, colour = ink }: Letterhead) => ({ municipality, colour })
