import { FactList } from '../ui/form/known-facts.tsx'
import { useTexts } from '../ui/frame.ts'
import { DataTable } from '../ui/list/data-table.tsx'
import { named, type SummaryFile, type SummaryRow, type SummaryRows, type SummaryValue } from './summary-value.ts'

/** An address, and what the reader must know before they follow it. */
type NotedHref = { readonly href: string; readonly note: string | undefined }

/** Where a file of the answers can be fetched; undefined where it can't. */
export type FileHref = (fileId: string) => string | NotedHref | undefined

type SummaryValueViewProps = { readonly value: SummaryValue; readonly fileHref: FileHref }

/** An answer in words. */
export function SummaryValueView({ value, fileHref }: SummaryValueViewProps) {
  const { t } = useTexts()
  switch (value.kind) {
    case 'nothing':
      return <>{t('cases.answers.nothing')}</>
    case 'text':
      return <>{value.text}</>
    case 'paragraphs':
      return (
        <>
          {value.paragraphs.map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
        </>
      )
    case 'list':
      return (
        <ul>
          {value.items.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      )
    case 'pairs':
      return (
        <>
          {value.pairs.map((pair) => (
            <p key={pair.label}>{named(pair)}</p>
          ))}
          {value.note ? <p class="quiet-line">{value.note}</p> : null}
        </>
      )
    case 'files':
      return <Files files={value.files} fileHref={fileHref} />
    case 'rows':
      return <Rows value={value} />
  }
}

/** More rows than these stand folded: they would push all other answers away. */
const mostUnfolded = 20

/** More columns than these don't fit beside each other in a column of text. */
const mostColumns = 4

function Rows({ value }: { readonly value: SummaryRows }) {
  const { columns, rows, count, sums } = value
  const isLong = rows.length > mostUnfolded
  const InMany = isLong ? RowsInLines : RowsInCards
  const shown = columns.length > mostColumns ? <InMany {...value} /> : <RowsInTable {...value} />
  return (
    <div class="summary-table">
      {isLong ? (
        <details>
          <summary>{count}</summary>
          {shown}
        </details>
      ) : (
        shown
      )}
      {sums.length > 0 ? <FactList facts={sums.map(({ label, value }) => ({ term: label, value }))} /> : null}
    </div>
  )
}

/** The columns' keys are their places: two may have the same label, and neither may be called as the one with the rows' names. */
function RowsInTable({ columns, rows, count }: SummaryRows) {
  const { t } = useTexts()
  return (
    <DataTable
      caption={count}
      columns={[
        { key: 'name', label: t('cases.answers.row'), header: true },
        ...columns.map((label, index) => ({ key: String(index), label })),
      ]}
      rows={rows.map(({ name, cells }) => ({
        id: name,
        cells: { name, ...Object.fromEntries(cells.map((cell, index) => [String(index), cell || '–'])) },
      }))}
    />
  )
}

/** A row's name, and below it what stands in each of its cells. */
function RowsInCards({ columns, rows }: SummaryRows) {
  return (
    <ol class="row-cards">
      {rows.map((row) => (
        <li class="row-card" key={row.name}>
          <p class="row-card-title">{row.name}</p>
          <div class="row-facts">
            <FactList facts={answered(row, columns).map(({ label, value }) => ({ term: label, value }))} />
          </div>
        </li>
      ))}
    </ol>
  )
}

/** Hundreds of rows are read by searching in the page: they take as little room as they can. */
function RowsInLines({ columns, rows }: SummaryRows) {
  return (
    <ol>
      {rows.map((row) => (
        <li key={row.name}>
          <strong>{row.name}</strong>
          <br />
          {answered(row, columns).map(named).join(' · ')}
        </li>
      ))}
    </ol>
  )
}

const answered = ({ cells }: SummaryRow, columns: readonly string[]) =>
  cells.flatMap((value, index) => (value === '' ? [] : [{ label: columns[index] ?? '', value }]))

function Files({ files, fileHref }: { readonly files: readonly SummaryFile[]; readonly fileHref: FileHref }) {
  const { format } = useTexts()
  return (
    <ul class="attachments">
      {files.map((file) => {
        const found = fileHref(file.id)
        const { href, note } = typeof found === 'object' ? found : { href: found, note: undefined }
        return (
          <li key={file.id}>
            {href === undefined ? <span>{file.name}</span> : <a href={href}>{file.name}</a>}{' '}
            <span class="file-size">{format.fileSize(file.size)}</span>
            {note ? <span class="quiet-line">{note}</span> : null}
          </li>
        )
      })}
    </ul>
  )
}
