import { z } from 'zod'
import { listOwnWarnings } from '../../people/public.ts'
import { notFound } from '../../platform/errors.ts'
import { page } from '../../platform/http/page.ts'
import { casePath } from '../case.ts'
import { getMyCase } from '../queries/get-my-case.ts'
import { listSubmissions } from '../queries/list-submissions.ts'
import { MyReceiptView } from '../views/my-receipt-view.tsx'
import { CaseParameters } from './parameters.ts'

/** Names, in a receipt's address, where new contact details wait. */
const parameter = 'kontakt'

/** A receipt's address that leads on to where new contact details wait; as it is when none do. */
export const withDetails = (path: string, detailsAt: string | undefined): string =>
  detailsAt === undefined ? path : `${path}?${new URLSearchParams({ [parameter]: detailsAt })}`

/** The receipt of somebody logged in. */
export const myReceiptPage = page(`${casePath(':case')}/kvittens`, {
  area: 'citizen',
  params: CaseParameters,
  query: z.object({
    [parameter]: z
      .string()
      .regex(/^\/mina-sidor\/[\w/?=-]+$/)
      .optional()
      .catch(undefined),
  }),
  async get({ ctx, params, query }) {
    const of = await getMyCase(ctx, params.case)
    const latest = (await listSubmissions(ctx, params.case)).at(-1)
    if (!latest) throw notFound()
    return <MyReceiptView of={of} latest={latest} detailsAt={query[parameter]} warnings={await listOwnWarnings(ctx)} />
  },
})
