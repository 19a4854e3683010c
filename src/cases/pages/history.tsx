import { type Page, page } from '../../platform/http/page.ts'
import { casePath } from '../case.ts'
import type { CasePorts } from '../ports.ts'
import { getMyCase } from '../queries/get-my-case.ts'
import { listHistory } from '../queries/list-history.ts'
import { CaseFrame } from '../views/case-frame.tsx'
import { HistoryView } from '../views/history-view.tsx'
import { CaseParameters } from './parameters.ts'

/** "Historik" of a case. */
export const historyPage = ({ countUnreadMessages }: CasePorts): Page =>
  page(`${casePath(':case')}/historik`, {
    area: 'citizen',
    params: CaseParameters,
    async get({ ctx, params }) {
      const of = await getMyCase(ctx, params.case)
      const events = await listHistory(ctx, params.case)
      const unread = await countUnreadMessages(ctx, [params.case])
      return (
        <CaseFrame of={of} tab="history" unread={unread.get(params.case) ?? 0}>
          <HistoryView events={events} service={of.service} />
        </CaseFrame>
      )
    },
  })
