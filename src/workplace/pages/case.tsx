import { page } from '../../platform/http/page.ts'
import { CaseParams, DoneQuery } from '../case-address.ts'
import { readCase } from '../queries/read-case.ts'
import { CaseView } from '../views/case-view.tsx'

/** A case at the case worker's. */
export const casePage = page('/handlaggning/arenden/:case', {
  area: 'staff',
  params: CaseParams,
  query: DoneQuery,
  async get({ ctx, params, query }) {
    return <CaseView {...(await readCase(ctx, params.case))} done={query.done} />
  },
})
