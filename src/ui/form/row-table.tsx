import type { ComponentChildren } from 'preact'
import { tableRole } from '../list/table-roles.ts'
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
  /** Each row is a card, whatever room there is: which fields it has is its own matter. */
  readonly asCards?: boolean
}

/** More columns than these are too narrow to write in, in a column of text. */
const mostSideBySide = 3

/** A table of fields where it has room; else each row is a card. */
export function RowTable({ caption, columns, rows, asCards = false }: RowTableProps) {
  return (
    <div class="row-table">
      <table data-columns={asCards || columns.length > mostSideBySide ? 'many' : undefined} {...tableRole.table}>
        <caption class="ds-sr-only">{caption}</caption>
        <thead {...tableRole.group}>
          <tr {...tableRole.row}>
            <td {...tableRole.cell} />
            {columns.map(({ label, mandatory }) => (
              <th key={label} scope="col" {...tableRole.columnHeader}>
                {label}
                {mandatory ? <Mandatory /> : null}
              </th>
            ))}
            <td {...tableRole.cell} />
          </tr>
        </thead>
        <tbody {...tableRole.group}>
          {rows.map(({ id, name, fields, removal }) => (
            <tr key={id} id={id} {...tableRole.row} tabIndex={-1}>
              <th scope="row" {...tableRole.rowHeader}>
                {name}
              </th>
              {fields.map((field, index) => (
                <td key={columns[index]?.label} {...tableRole.cell}>
                  {field}
                </td>
              ))}
              <td {...tableRole.cell} class="row-removal">
                {removal}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
