import type { Context } from '../platform/context.ts'
import type { Language } from '../platform/texts/catalogue.ts'
import type { PaperForm } from './model.ts'

/** The PDF of an empty form on paper: where it is, how many pages and bytes it has. The last two are missing when they can't be told now. */
export type BlankForm = {
  readonly language: Language
  readonly href: string
  readonly pages?: number
  readonly size?: number
}

/** What the catalogue's pages need from elsewhere; wired in `composition.ts`. */
export type CataloguePorts = {
  /** The empty PDFs of a form on paper, one in each language. */
  readonly describeBlankForms: (ctx: Context, form: PaperForm) => Promise<readonly BlankForm[]>
}
