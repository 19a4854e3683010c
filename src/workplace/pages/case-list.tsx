import { notFound } from '../../platform/errors.ts'
import { page } from '../../platform/http/page.ts'
import { ListQuery } from '../list-address.ts'
import { readList } from '../queries/read-list.ts'
import { CaseListView, NoGroupsView } from '../views/case-list-view.tsx'

/** The case worker's list. */
export const caseListPage = page('/handlaggning/arenden', {
  area: 'staff',
  query: ListQuery,
  async get({ ctx, query }) {
    const { actor } = ctx
    if (actor.kind !== 'staff') throw notFound()
    if (actor.groups.length === 0) return <NoGroupsView />
    return <CaseListView {...(await readList(ctx, actor, query))} />
  },
})
