import type { Reading } from '../rows/cells-of-row.ts'
import { inRow, type Tell } from '../rows/parse.ts'
import { readRow } from '../rows/read-row.ts'
import type { TypedRows } from '../rows/typed.ts'

/** The part that the problem of further wrong rows belongs to: the first of the buttons that open them. */
export const morePart = 'more'

/** More numbers than these help nobody. */
export const numbersTold = 10

/** One row is on the page, and so the problems of the open row are told; of the others, which have some. */
export const tellOneRow: Tell = (wrong, { open }, question) => {
  const shown = wrong.find(({ row }) => row.id === open)
  const others = wrong.filter((row) => row !== shown).map(({ number }) => number)
  const told = shown ? inRow(shown, question) : []
  if (others.length === 0) return told
  const rows = `${others.slice(0, numbersTold).join(', ')}${others.length > numbersTold ? ' …' : ''}`
  return [...told, { part: morePart, key: 'forms.problem.more-rows', values: { count: others.length, rows } }]
}

/** Opens the first wrong row, unless one is open. */
export function openWrongRow(typed: TypedRows, reading: Reading): TypedRows {
  const wrong = typed.rows.filter((row) => readRow(row, reading).kind === 'problems').map(({ id }) => id)
  const [first] = wrong
  return first === undefined || wrong.some((id) => id === typed.open) ? typed : { ...typed, open: first }
}
