import type { Page } from '../platform/http/page.ts'
import type { ReadLetterhead } from './letterhead.ts'
import { myCasePdfPage } from './pages/my-case-pdf.ts'
import { receiptPdfPage } from './pages/receipt-pdf.ts'
import { staffCasePdfPage } from './pages/staff-case-pdf.ts'

export { submissionCopyJob } from './jobs/render-submission-copy.ts'
export type { ReadLetterhead } from './letterhead.ts'
export { endTypesetting } from './pdf/typesetting-thread.ts'
export { submissionCopies } from './queues.ts'
export { enqueueCopies } from './reactions/enqueue-copies.ts'

/** The pages that hand out documents. */
export const documentPages = (readLetterhead: ReadLetterhead): readonly Page[] => [
  myCasePdfPage(readLetterhead),
  staffCasePdfPage(readLetterhead),
  receiptPdfPage(readLetterhead),
]
