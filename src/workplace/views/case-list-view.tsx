import { statusKinds } from '../../catalogue/public.ts'
import { SelectField } from '../../ui/form/select-field.tsx'
import { useTexts } from '../../ui/frame.ts'
import { EmptyState } from '../../ui/list/empty-state.tsx'
import { FilterBar } from '../../ui/list/filter-bar.tsx'
import { Pagination } from '../../ui/list/pagination.tsx'
import { ViewList } from '../../ui/list/view-list.tsx'
import { Desk } from '../../ui/page/desk.tsx'
import { Page } from '../../ui/page/page.tsx'
import { PageHeading } from '../../ui/page/page-heading.tsx'
import { listPath, viewNames, viewWords } from '../list-address.ts'
import type { CaseList } from '../queries/read-list.ts'
import type { UnreadInGroups } from '../queries/read-unread-protected.ts'
import { CaseTable } from './case-table.tsx'
import { UnreadProtectedNotice } from './unread-protected-notice.tsx'

type Unread = { readonly unread: UnreadInGroups }

/** The case worker's list: views at the side, filters, the cases. */
export function CaseListView(list: CaseList & Unread) {
  const { t } = useTexts()
  const { state, counts, cases, total, pages, unread } = list
  const title = t(`workplace.view.${state.view}`)
  return (
    <Page title={`${title} – ${t('workplace.list.title')}`} area="work" width="desk">
      <Desk
        views={
          <ViewList
            label={t('workplace.list.views')}
            views={viewNames.map((view) => ({
              href: listPath({ view }),
              label: t(`workplace.view.${view}`),
              count: counts[view].count,
              more: counts[view].capped,
              current: view === state.view,
            }))}
          />
        }
      >
        <PageHeading title={title} />
        <UnreadProtectedNotice {...unread} />
        <Filters {...list} />
        {cases.length === 0 ? (
          <Nothing state={state} />
        ) : (
          <>
            <CaseTable {...list} caption={title} />
            <p class="quiet-line">
              {t(total.capped ? 'workplace.list.count-capped' : 'workplace.list.count', { count: total.count })}
            </p>
            <Pagination page={state.page} pages={pages} href={(page) => listPath({ ...state, page })} />
          </>
        )}
      </Desk>
    </Page>
  )
}

function Filters({ state, services }: CaseList) {
  const { t, pick } = useTexts()
  return (
    <FilterBar action="/handlaggning/arenden" submit={t('workplace.filter.submit')}>
      {state.view === 'todo' ? null : <input type="hidden" name="vy" value={viewWords[state.view]} />}
      <SelectField
        name="tjanst"
        label={t('workplace.filter.service')}
        empty={t('workplace.filter.all-services')}
        value={state.serviceId}
        choices={services.map(({ serviceId, title }) => ({ value: serviceId, label: pick(title) }))}
      />
      <SelectField
        name="status"
        label={t('workplace.filter.status')}
        empty={t('workplace.filter.all-statuses')}
        value={state.statusKind}
        choices={statusKinds.map((kind) => ({ value: kind, label: t(`workplace.kind.${kind}`) }))}
      />
    </FilterBar>
  )
}

function Nothing({ state }: Pick<CaseList, 'state'>) {
  const { t } = useTexts()
  if (state.statusKind !== undefined || state.serviceId !== undefined) {
    return (
      <EmptyState
        title={t('workplace.list.empty-filtered')}
        icon="search"
        action={{ href: listPath({ view: state.view }), label: t('workplace.filter.clear') }}
      />
    )
  }
  return (
    <EmptyState title={t(`workplace.list.empty-${state.view}`)} icon="check">
      <p>{t(`workplace.list.empty-${state.view}-text`)}</p>
    </EmptyState>
  )
}

/** For a staff member who handles no cases, such as an administrator. */
export function NoGroupsView({ unread }: Unread) {
  const { t } = useTexts()
  return (
    <Page title={t('workplace.list.title')} area="work" width="desk">
      <PageHeading title={t('workplace.list.title')} />
      <UnreadProtectedNotice {...unread} />
      <EmptyState title={t('workplace.list.no-groups')} icon="people">
        <p>{t('workplace.list.no-groups-text')}</p>
      </EmptyState>
    </Page>
  )
}
