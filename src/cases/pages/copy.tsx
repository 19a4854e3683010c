import { page } from '../../platform/http/page.ts'
import { casePath } from '../case.ts'
import { getMyCase } from '../queries/get-my-case.ts'
import { listSubmissions } from '../queries/list-submissions.ts'
import { CopyView } from '../views/copy-view.tsx'
import { CaseParameters } from './parameters.ts'

/** "Visa ärende". */
export const copyPage = page(`${casePath(':case')}/visa`, {
  area: 'citizen',
  params: CaseParameters,
  async get({ ctx, params }) {
    const of = await getMyCase(ctx, params.case)
    return <CopyView of={of} submissions={await listSubmissions(ctx, params.case)} />
  },
})
