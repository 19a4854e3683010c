import type { Page } from '../platform/http/page.ts'
import { assignCasePage } from './pages/assign-case.tsx'
import { casePage } from './pages/case.tsx'
import { caseListPage } from './pages/case-list.tsx'
import { changeStatusPage } from './pages/change-status.tsx'
import { staffMessagesPage } from './pages/messages.tsx'
import { requestSupplementPage } from './pages/request-supplement.tsx'
import { workplacePage } from './pages/start.ts'
import { takeCasePage } from './pages/take-case.tsx'

/** The case worker's pages. */
export const workplacePages = (): readonly Page[] => [
  workplacePage,
  caseListPage,
  casePage,
  takeCasePage,
  assignCasePage,
  changeStatusPage,
  requestSupplementPage,
  staffMessagesPage,
]
