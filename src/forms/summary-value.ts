/** An answer as plain data for whoever shows it: the review page, the PDF, the case page. */
export type SummaryValue =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'paragraphs'; readonly paragraphs: readonly string[] }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  /** Named parts of one answer; `note` says where they come from and never counts as a change. */
  | { readonly kind: 'pairs'; readonly pairs: readonly SummaryPair[]; readonly note?: string }
  | { readonly kind: 'files'; readonly files: readonly SummaryFile[] }
  | SummaryRows

/** Rows with a cell for each column, empty where there is no answer; how many they are in words; what some columns come to. */
export type SummaryRows = {
  readonly kind: 'rows'
  readonly columns: readonly string[]
  readonly rows: readonly SummaryRow[]
  readonly count: string
  readonly sums: readonly SummaryPair[]
}

/** A row by its name ("Rad 3"), which tells where it stands and is no part of the answer. */
export type SummaryRow = { readonly name: string; readonly cells: readonly string[] }

/** One named part of an answer. */
export type SummaryPair = { readonly label: string; readonly value: string }

/** An attached file; `size` in bytes, `sha256` in hexadecimal. */
export type SummaryFile = {
  readonly id: string
  readonly name: string
  readonly mediaType: string
  readonly size: number
  readonly sha256: string
}

/** A named value in words: a name that asks needs no colon. */
export const named = ({ label, value }: SummaryPair): string =>
  label.endsWith('?') ? `${label} ${value}` : `${label}: ${value}`

/** An answer in one line, where there is no room to show how it is built; empty for `nothing`. */
export function inOneLine(value: SummaryValue): string {
  switch (value.kind) {
    case 'nothing':
      return ''
    case 'text':
      return value.text
    case 'paragraphs':
      return value.paragraphs.join(' ')
    case 'list':
      return value.items.join(', ')
    case 'pairs':
      return value.pairs.map(named).join(', ')
    case 'files':
      return value.files.map((file) => file.name).join(', ')
    case 'rows':
      return rowsInOneLine(value)
  }
}

/** More rows than these are only counted. */
const fewRows = 5

function rowsInOneLine({ count, rows, sums }: SummaryRows): string {
  const shown = rows.length > fewRows ? [] : rows.map(({ cells }) => cells.filter((cell) => cell !== '').join(', '))
  const words = [count, ...shown].join('; ')
  return sums.length === 0 ? words : `${words} (${sums.map(named).join(', ')})`
}
