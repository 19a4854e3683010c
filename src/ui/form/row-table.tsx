import type { ComponentChildren } from 'preact'
import { Mandatory } from './mandatory.tsx'

export type FieldColumn = { readonly label: string; readonly mandatory: boolean }

export type FieldRow = {
  /** Its element; where the page leads when the row is meant. */
  readonly id: string
  readonly name: string
  /** A field for each column, with a label of its own: on a phone it stands over it. */
  readonly fields: readonly ComponentChildren[]
  /** The button that takes the row away. */
  readonly removal: ComponentChildren
}

type RowTableProps = {
  /** Read aloud, not seen: the question's label stands over the table. */
  readonly caption: string
  readonly columns: readonly FieldColumn[]
  readonly rows: readonly FieldRow[]
}

/** More columns than these are too narrow to write in, in a column of text. */
const mostSideBySide = 3

/** A table of fields where it has room; else each row is a card. The roles are written out, since the cards' `display` would take them away. */
export function RowTable({ caption, columns, rows }: RowTableProps) {
  return (
    <div class="row-table">
      <table data-columns={columns.length > mostSideBySide ? 'many' : undefined} {...role.table}>
        <caption class="ds-sr-only">{caption}</caption>
        <thead {...role.group}>
          <tr {...role.row}>
            <td {...role.cell} />
            {columns.map(({ label, mandatory }) => (
              <th key={label} scope="col" {...role.columnHeader}>
                {label}
                {mandatory ? <Mandatory /> : null}
              </th>
            ))}
            <td {...role.cell} />
          </tr>
        </thead>
        <tbody {...role.group}>
          {rows.map(({ id, name, fields, removal }) => (
            <tr key={id} id={id} {...role.row} tabIndex={-1}>
              <th scope="row" {...role.rowHeader}>
                {name}
              </th>
              {fields.map((field, index) => (
                <td key={columns[index]?.label} {...role.cell}>
                  {field}
                </td>
              ))}
              <td {...role.cell} class="row-removal">
                {removal}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const role = {
  table: { role: 'table' },
  group: { role: 'rowgroup' },
  row: { role: 'row' },
  columnHeader: { role: 'columnheader' },
  rowHeader: { role: 'rowheader' },
  cell: { role: 'cell' },
} as const
