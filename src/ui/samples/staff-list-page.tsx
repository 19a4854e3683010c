import { SelectField } from '../form/select-field.tsx'
import { TextField } from '../form/text-field.tsx'
import { DataTable } from '../list/data-table.tsx'
import { FilterBar } from '../list/filter-bar.tsx'
import { Pagination } from '../list/pagination.tsx'
import { type StatusKind, StatusTag } from '../list/tag.tsx'
import { ViewList } from '../list/view-list.tsx'
import { Desk } from '../page/desk.tsx'
import { Page } from '../page/page.tsx'
import { PageHeading } from '../page/page-heading.tsx'

type Sample = readonly [number: string, service: string, who: string, kind: StatusKind, status: string, days: string]

const cases: readonly Sample[] = [
  ['2026-000141', 'Bygglov, Linden 1', 'Ada Exempel', 'supplemented', 'Kompletterat', 'I dag'],
  ['2026-000139', 'Förskoleplats', 'Bo Exempel', 'received', 'Inkommet', '2 dagar'],
  ['2026-000137', 'Bygglov, Eken 4', 'Cecilia Prov', 'in-progress', 'Under handläggning', '5 dagar'],
  [
    '2026-000133',
    'Föreningsbidrag',
    'Exempelköpings Bordtennisklubb',
    'waiting-for-citizen',
    'Väntar på komplettering',
    'Pausad',
  ],
  ['2026-000129', 'Bygglov, Tallen 2', 'Dagny Test', 'decided', 'Beslut fattat', '8 dagar'],
  ['2026-000120', 'Förskoleplats', 'Elsa Prov', 'withdrawn', 'Återkallat', '9 dagar'],
]

const views = (
  <ViewList
    label="Vyer"
    views={[
      { href: '/handlaggning/arenden', label: 'Att göra', count: 6, current: true },
      { href: '/handlaggning/arenden?vy=mina', label: 'Mina', count: 14 },
      { href: '/handlaggning/arenden?vy=ej-fordelade', label: 'Ej fördelade', count: 9 },
      { href: '/handlaggning/arenden?vy=alla', label: 'Alla', count: 1204 },
    ]}
  />
)

/** The case worker's list, as the workplace composes it. */
export function SampleStaffListPage() {
  return (
    <Page title="Ärenden" area="work" width="desk">
      <Desk views={views}>
        <PageHeading title="Att göra" />
        <FilterBar action="/handlaggning/arenden" submit="Filtrera">
          <TextField name="q" label="Sök" value="" width="full" />
          <SelectField
            name="tjanst"
            label="E-tjänst"
            empty="Alla e-tjänster"
            choices={[{ value: 'bygglov', label: 'Bygglov' }]}
          />
          <SelectField
            name="status"
            label="Status"
            empty="Alla statusar"
            choices={[{ value: 'received', label: 'Inkommet' }]}
          />
        </FilterBar>
        <DataTable
          caption="Ärenden att göra"
          columns={[
            {
              key: 'number',
              label: 'Ärende',
              header: true,
              sort: { href: '/handlaggning/arenden?ordning=nummer', direction: 'descending' },
            },
            { key: 'service', label: 'E-tjänst' },
            { key: 'who', label: 'Sökande' },
            { key: 'status', label: 'Status' },
            { key: 'days', label: 'Tid kvar', numeric: true, sort: { href: '/handlaggning/arenden?ordning=tid' } },
          ]}
          rows={cases.map(([number, service, who, kind, status, days]) => ({
            id: number,
            cells: {
              number: <a href={`/handlaggning/arenden/${number}`}>{number}</a>,
              service,
              who,
              status: <StatusTag kind={kind}>{status}</StatusTag>,
              days,
            },
          }))}
        />
        <Pagination page={4} pages={12} href={(page) => `/handlaggning/arenden?sida=${page}`} />
      </Desk>
    </Page>
  )
}
