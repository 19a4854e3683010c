import './events.ts'
import './tables.ts'
import type { Page } from '../platform/http/page.ts'
import { attachmentPages } from './pages/attachments.ts'
import { changePage } from './pages/change.ts'
import { copyPage } from './pages/copy.tsx'
import { exportPage } from './pages/exports.ts'
import { historyPage } from './pages/history.tsx'
import { myReceiptPage } from './pages/my-receipt.tsx'
import { overviewPage } from './pages/overview.tsx'
import { reviewPage } from './pages/review.tsx'
import { visitorReceiptPage } from './pages/visitor-receipt.tsx'
import type { CasePorts } from './ports.ts'

export { caseFacts, casePath, type KnownCase, staffCasePath } from './case.ts'
export { assignCase } from './commands/assign-case.ts'
export { changeStatus } from './commands/change-status.ts'
export { completeApplication } from './commands/complete-application.ts'
export { longestRequest, type RequestFault, requestSupplement } from './commands/request-supplement.ts'
export { startSupplementDraft } from './commands/start-supplement-draft.ts'
export { supplementByMessage } from './commands/supplement-by-message.ts'
export { takeCase } from './commands/take-case.ts'
export { describeEvent } from './describe-event.ts'
export { exportPath } from './export-file.ts'
export { noteInCase } from './history.ts'
export { type CaseFacts, may, seesProtected } from './policy.ts'
export type { CasePorts } from './ports.ts'
export { type CappedCount, countCases } from './queries/count-cases.ts'
export { countReceived } from './queries/count-received.ts'
export { countUnreadProtected } from './queries/count-unread-protected.ts'
export { findCase, lockCase } from './queries/find-case.ts'
export { findCaseContact } from './queries/find-case-contact.ts'
export { findCaseRecipients } from './queries/find-case-recipients.ts'
export { findReceipt } from './queries/find-receipt.ts'
export { findSentPath } from './queries/find-sent-path.ts'
export { findSupplementRequest } from './queries/find-supplement-request.ts'
export { getCase, type StaffCase } from './queries/get-case.ts'
export { getMyCase, type MyCase } from './queries/get-my-case.ts'
export { listAssignable } from './queries/list-assignable.ts'
export { type CaseRow, listCases } from './queries/list-cases.ts'
export { type CaseEvent, listHistory } from './queries/list-history.ts'
export { listMyCases, type MyCaseRow } from './queries/list-my-cases.ts'
export { listSubmissions, type Submission } from './queries/list-submissions.ts'
export { openReview, type Review } from './queries/open-review.ts'
export { visibleCases } from './queries/visible-cases.ts'
export { receiptPath } from './receipt.ts'
export { readOf, recordRead } from './record-read.ts'
export { CaseFrame } from './views/case-frame.tsx'
export { HistoryView } from './views/history-view.tsx'
export { ReviewView } from './views/review-view.tsx'
export { SignersView } from './views/signers-view.tsx'
export { SubmissionsView } from './views/submissions-view.tsx'

/** The review of a draft, which sends it; receipts; a citizen's case and its files. */
export const casePages = (ports: CasePorts): readonly Page[] => [
  reviewPage(ports),
  myReceiptPage,
  visitorReceiptPage,
  overviewPage(ports),
  historyPage(ports),
  copyPage,
  changePage,
  ...attachmentPages,
  exportPage,
]
