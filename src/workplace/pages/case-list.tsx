import { notFound } from '../../platform/errors.ts'
import { page } from '../../platform/http/page.ts'
import { ListQuery } from '../list-address.ts'
import { readList } from '../queries/read-list.ts'
import { readUnreadProtected } from '../queries/read-unread-protected.ts'
import { CaseListView, NoGroupsView } from '../views/case-list-view.tsx'

/** The case worker's list. */
export const caseListPage = page('/handlaggning/arenden', {
  area: 'staff',
  query: ListQuery,
  async get({ ctx, query }) {
    const { actor } = ctx
    if (actor.kind !== 'staff') throw notFound()
    const unread = await readUnreadProtected(ctx)
    if (actor.groups.length === 0) return <NoGroupsView unread={unread} />
    return <CaseListView {...(await readList(ctx, actor, query))} unread={unread} />
  },
})
