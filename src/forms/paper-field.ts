import type { Texts } from '../platform/texts/texts.ts'

/** Something to write on: lines across the page, or a box for each character, in groups with something printed between them. */
export type PaperLines = { readonly kind: 'lines'; readonly count: number; readonly unit?: string } | PaperBoxes

type PaperBoxes = {
  readonly kind: 'boxes'
  /** How many boxes each group has. */
  readonly groups: readonly number[]
  readonly between: string
  readonly hint?: string
}

/** A box to cross; `line` when there is room for own words beside it. */
export type PaperChoice = { readonly label: string; readonly help?: string; readonly line?: boolean }

/** How a question looks on paper, where somebody answers it by hand. All words are in the reader's language. */
export type PaperField =
  | PaperLines
  /** `several`: more than one may be crossed. */
  | { readonly kind: 'choices'; readonly several: boolean; readonly choices: readonly PaperChoice[] }
  /** Several things to write, each with its own label. */
  | {
      readonly kind: 'parts'
      readonly parts: readonly { readonly label: string; readonly field: PaperLines }[]
    }
  /** Empty rows under headings. */
  | { readonly kind: 'rows'; readonly columns: readonly string[]; readonly count: number }
  /** Nothing to write, only to read. */
  | { readonly kind: 'text'; readonly paragraphs: readonly string[] }

/** One line across the page. */
export const oneLine: PaperLines = { kind: 'lines', count: 1 }

/** Year, month and day. */
export const dateBoxes = ({ t }: Texts): PaperBoxes & { readonly hint: string } => ({
  kind: 'boxes',
  groups: [4, 2, 2],
  between: '–',
  hint: t('forms.paper.date'),
})

/** A personal or coordination number. */
export const identityBoxes: PaperLines = { kind: 'boxes', groups: [8, 4], between: '–' }
