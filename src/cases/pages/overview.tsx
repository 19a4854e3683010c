import { z } from 'zod'
import { type Page, page } from '../../platform/http/page.ts'
import { casePath } from '../case.ts'
import type { CasePorts } from '../ports.ts'
import { getMyCase } from '../queries/get-my-case.ts'
import { listHistory } from '../queries/list-history.ts'
import { OverviewView } from '../views/overview-view.tsx'
import { changeRefused } from './change.ts'
import { CaseParameters } from './parameters.ts'

/** "Översikt" of a case. */
export const overviewPage = ({ countUnreadMessages }: CasePorts): Page =>
  page(casePath(':case'), {
    area: 'citizen',
    params: CaseParameters,
    query: z.object({ andra: z.literal(changeRefused).optional().catch(undefined) }),
    async get({ ctx, params, query }) {
      const of = await getMyCase(ctx, params.case)
      const events = await listHistory(ctx, params.case)
      const unread = await countUnreadMessages(ctx, [params.case])
      return (
        <OverviewView
          of={of}
          events={events}
          unread={unread.get(params.case) ?? 0}
          changeRefused={query.andra !== undefined && !of.supplement}
        />
      )
    },
  })
