import type { Acted } from '../../question-type.ts'
import { numberIn, type Row, rowIdOf, type TypedRows } from './typed.ts'

/** What the buttons of rows post, for `questionAction`. */
export const rowAction = {
  add: 'lagg-till',
  undo: 'angra',
  close: 'stang',
  remove: (row: string): string => `ta-bort:${row}`,
  open: (row: string): string => `oppna:${row}`,
  page: (page: number): string => `sida:${page}`,
} as const

/** How the buttons act. */
export type Acting = {
  readonly most: number
  /** One row is open at a time; else all are on the page. */
  readonly oneOpen: boolean
  readonly isBlank: (row: Row) => boolean
  /** The part that is a row's first field. */
  readonly firstField: (row: string) => string
}

/** Does what a button of rows says; undefined for what none of them says. Taking a row away can be undone until the next button. */
export function actOnRows(typed: TypedRows, what: string, acting: Acting): Acted<TypedRows> | undefined {
  const { removed, ...now } = typed
  const [word = '', of = ''] = what.split(':')
  switch (word) {
    case rowAction.add:
      return add(now, acting)
    case rowAction.undo:
      return removed ? { typed: putBack(now, removed), part: removed.row.id } : { typed: now }
    case rowAction.close:
      return { typed: closed(now), ...(now.open === undefined ? {} : { part: now.open }) }
    case 'ta-bort':
      return { typed: without(now, of) }
    case 'oppna':
      return now.rows.some(({ id }) => id === of)
        ? { typed: { ...now, open: of }, part: acting.firstField(of) }
        : { typed: now }
    case 'sida':
      return /^\d{1,3}$/.test(of) ? { typed: { ...closed(now), page: Number(of) } } : undefined
    default:
      return undefined
  }
}

function add(typed: TypedRows, { most, oneOpen, isBlank, firstField }: Acting): Acted<TypedRows> {
  const last = typed.rows.at(-1)
  // Where one is open at a time, a row that nothing stands in yet is as good as a new one.
  const spare = oneOpen && last && isBlank(last) ? last : undefined
  if (!spare && typed.rows.length >= most) return { typed }
  const row = spare ?? { id: rowIdOf(typed.made + 1), values: {} }
  return {
    typed: {
      ...typed,
      rows: spare ? typed.rows : [...typed.rows, row],
      made: Math.max(typed.made, numberIn(row.id)),
      ...(oneOpen ? { open: row.id } : {}),
    },
    part: firstField(row.id),
  }
}

function without(typed: TypedRows, id: string): TypedRows {
  const at = typed.rows.findIndex((row) => row.id === id)
  const row = typed.rows[at]
  if (!row) return typed
  const left = { ...typed, rows: typed.rows.toSpliced(at, 1), removed: { row, at } }
  return typed.open === id ? closed(left) : left
}

const putBack = (typed: TypedRows, { row, at }: { readonly row: Row; readonly at: number }): TypedRows => ({
  ...typed,
  rows: typed.rows.some(({ id }) => id === row.id) ? typed.rows : typed.rows.toSpliced(at, 0, row),
})

function closed({ open: _open, ...rest }: TypedRows): TypedRows {
  return rest
}
