import { notFound } from '../../platform/errors.ts'
import { page } from '../../platform/http/page.ts'
import { casePath } from '../case.ts'
import { getMyCase } from '../queries/get-my-case.ts'
import { listSubmissions } from '../queries/list-submissions.ts'
import { MyReceiptView } from '../views/my-receipt-view.tsx'
import { CaseParameters } from './parameters.ts'

/** The receipt of somebody logged in. */
export const myReceiptPage = page(`${casePath(':case')}/kvittens`, {
  area: 'citizen',
  params: CaseParameters,
  async get({ ctx, params }) {
    const of = await getMyCase(ctx, params.case)
    const latest = (await listSubmissions(ctx, params.case)).at(-1)
    if (!latest) throw notFound()
    return <MyReceiptView of={of} latest={latest} />
  },
})
