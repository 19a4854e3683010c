import { staffCasePath } from '../../cases/public.ts'
import { useTexts } from '../../ui/frame.ts'
import { type Column, DataTable } from '../../ui/list/data-table.tsx'
import { StatusTag, Tag } from '../../ui/list/tag.tsx'
import { type ListState, sortPath } from '../list-address.ts'
import type { CaseList, ListedCase } from '../queries/read-list.ts'
import { ApplicantName } from './applicant-name.tsx'

type Key = 'number' | 'service' | 'applicant' | 'status' | 'worker' | 'received' | 'changed'

type CaseTableProps = Pick<CaseList, 'cases' | 'state'> & { readonly caption: string }

/** The cases of the list. Each row has one link, its number. */
export function CaseTable({ cases, state, caption }: CaseTableProps) {
  const { t, pick } = useTexts()
  const column = (key: Key) => ({ key, label: t(`workplace.column.${key}`) })
  const columns: readonly Column<Key>[] = [
    { ...column('number'), header: true },
    column('service'),
    column('applicant'),
    column('status'),
    column('worker'),
    { ...column('received'), sort: sortOf(state, 'received') },
    { ...column('changed'), sort: sortOf(state, 'changed') },
  ]
  return (
    <DataTable
      caption={caption}
      columns={columns}
      rows={cases.map((row) => ({
        id: row.caseId,
        cells: {
          number: <NumberCell row={row} />,
          service: pick(row.service.definition.title),
          applicant: <ApplicantName of={row} />,
          status: <StatusCell row={row} />,
          worker: <WorkerCell row={row} />,
          received: <DayCell when={row.receivedAt} />,
          changed: <DayCell when={row.changedAt} />,
        },
      }))}
    />
  )
}

const sortOf = (state: ListState, sort: ListState['sort']) => ({
  href: sortPath(state, sort),
  direction:
    state.sort !== sort ? undefined : state.direction === 'asc' ? ('ascending' as const) : ('descending' as const),
})

type RowProps = { readonly row: ListedCase }

function NumberCell({ row }: RowProps) {
  const { t } = useTexts()
  return (
    <>
      <a href={staffCasePath(row.caseId)}>{row.number}</a>
      {row.unread > 0 ? (
        <>
          {' '}
          <Tag tone="wait">{t('workplace.list.unread', { count: row.unread })}</Tag>
        </>
      ) : null}
    </>
  )
}

function StatusCell({ row }: RowProps) {
  const { t, pick } = useTexts()
  return (
    <>
      <StatusTag kind={row.status.kind}>{pick(row.status.name)}</StatusTag>
      {row.signatureMissing ? (
        <>
          {' '}
          <Tag tone="wait">{t('cases.signers.tag')}</Tag>
        </>
      ) : null}
    </>
  )
}

/** The day alone: a list is looked over, the case has the time. */
function DayCell({ when }: { readonly when: Date }) {
  const { format } = useTexts()
  return <time dateTime={when.toISOString()}>{format.date(when)}</time>
}

function WorkerCell({ row }: RowProps) {
  const { t } = useTexts()
  if (row.mine) return <>{t('workplace.list.you')}</>
  return <>{row.assignedTo?.name ?? t('workplace.list.nobody')}</>
}
