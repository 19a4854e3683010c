import type { ComponentChildren } from 'preact'
import { Icon } from '../icon.tsx'
import { tableRole } from './table-roles.ts'

export type Direction = 'ascending' | 'descending'

export type Column<Key extends string> = {
  readonly key: Key
  readonly label: string
  /** Figures of the same width, to the right. */
  readonly numeric?: boolean | undefined
  /** True for the column that names the row. */
  readonly header?: boolean | undefined
  /** The address that sorts by this column, and how the table is sorted by it now. */
  readonly sort?: { readonly href: string; readonly direction?: Direction | undefined } | undefined
}

export type TableRow<Key extends string> = {
  readonly id: string
  readonly cells: Readonly<Record<Key, ComponentChildren>>
}

type DataTableProps<Key extends string> = {
  /** What the table shows; read aloud, not seen: a heading stands over it. */
  readonly caption: string
  readonly columns: readonly Column<Key>[]
  readonly rows: readonly TableRow<Key>[]
}

/** A table that turns into cards on a phone. */
export function DataTable<Key extends string>({ caption, columns, rows }: DataTableProps<Key>) {
  return (
    <table class="ds-table table" data-hover {...tableRole.table}>
      <caption class="ds-sr-only">{caption}</caption>
      <thead {...tableRole.group}>
        <tr {...tableRole.row}>
          {columns.map((column) => (
            <ColumnHead key={column.key} column={column} />
          ))}
        </tr>
      </thead>
      <tbody {...tableRole.group}>
        {rows.map((row) => (
          <tr key={row.id} {...tableRole.row}>
            {columns.map((column) => (
              <Cell key={column.key} column={column}>
                {row.cells[column.key]}
              </Cell>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function ColumnHead<Key extends string>({ column: { label, numeric, sort } }: { readonly column: Column<Key> }) {
  return (
    <th scope="col" aria-sort={sort?.direction} data-numeric={numeric ? '' : undefined} {...tableRole.columnHeader}>
      {sort ? (
        <a href={sort.href}>
          {label}
          {sort.direction ? <Icon name="chevron" /> : null}
        </a>
      ) : (
        label
      )}
    </th>
  )
}

type CellProps<Key extends string> = { readonly column: Column<Key>; readonly children: ComponentChildren }

function Cell<Key extends string>({ column: { label, numeric, header }, children }: CellProps<Key>) {
  const attributes = { 'data-label': label, 'data-numeric': numeric ? '' : undefined }
  const content = <div class="cell">{children}</div>
  return header ? (
    <th scope="row" {...attributes} {...tableRole.rowHeader}>
      {content}
    </th>
  ) : (
    <td {...attributes} {...tableRole.cell}>
      {content}
    </td>
  )
}
