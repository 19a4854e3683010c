import type { RowsQuestion } from '../rows/settings.ts'
import { type Row, rowIdOf, type TypedRows } from '../rows/typed.ts'

/** Rows on a page of the list: about a screen and a half. */
export const rowsAPage = 20

/** A row of the list and its number, from 1. */
export type NumberedRow = { readonly row: Row; readonly number: number }

/** What the page shows of the rows. */
export type ShownRows = {
  readonly rows: readonly NumberedRow[]
  readonly page: number
  readonly pages: number
  /** Id of the row that is open. */
  readonly open: string | undefined
}

/** The page of the list with the open row, or the one that was turned to. A group that must be answered begins with its first row open. */
export function shownRows(typed: TypedRows, { mandatory, min }: RowsQuestion): ShownRows {
  if (typed.rows.length === 0) {
    if (!mandatory && min === undefined) return { rows: [], page: 1, pages: 1, open: undefined }
    const row = { id: rowIdOf(typed.made + 1), values: {} }
    return { rows: [{ row, number: 1 }], page: 1, pages: 1, open: row.id }
  }
  const pages = Math.ceil(typed.rows.length / rowsAPage)
  const at = typed.rows.findIndex(({ id }) => id === typed.open)
  const page = at < 0 ? Math.min(Math.max(typed.page ?? 1, 1), pages) : Math.floor(at / rowsAPage) + 1
  const first = (page - 1) * rowsAPage
  const rows = typed.rows.slice(first, first + rowsAPage).map((row, index) => ({ row, number: first + index + 1 }))
  return { rows, page, pages, open: at < 0 ? undefined : typed.open }
}
