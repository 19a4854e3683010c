import { servicePath } from '../../catalogue/public.ts'
import { printPath } from '../../drafts/public.ts'
import type { Language } from '../../platform/texts/catalogue.ts'

/** The empty form to print; `sprak` is the language, the reader's own without it. */
export const blankPath = (shortName: string, language?: Language): string =>
  `${servicePath(shortName)}/blankett${language === undefined ? '' : `?sprak=${language}`}`

/** Tells that the PDF is made, and what to do with it. */
export const printedPath = (draft: string): string => `${printPath(draft)}/klar`

/** The PDF with what was filled in. */
export const filledInPath = (draft: string): string => `${printPath(draft)}/blankett`

/** Where staff look up what a code on a paper means. */
export const checkFormPath = '/handlaggning/blanketter'
