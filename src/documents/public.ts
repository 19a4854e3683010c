import './events.ts'
import type { Page } from '../platform/http/page.ts'
import { blankPdfPage } from './pages/blank-pdf.ts'
import { checkFormPage } from './pages/check-form.tsx'
import { evidencePages } from './pages/evidence-pages.ts'
import { myCasePdfPage } from './pages/my-case-pdf.ts'
import { printPages } from './pages/print.tsx'
import { receiptPdfPage } from './pages/receipt-pdf.ts'
import { staffCasePdfPage } from './pages/staff-case-pdf.ts'
import type { PaperPorts } from './ports.ts'

export { submissionCopyJob } from './jobs/render-submission-copy.ts'
export type { ReadLetterhead } from './letterhead.ts'
export { endTypesetting } from './pdf/typesetting-thread.ts'
export { describeBlankForms } from './queries/describe-blank-forms.ts'
export { submissionCopies } from './queues.ts'
export { enqueueCopies } from './reactions/enqueue-copies.ts'

/** The pages that hand out documents. */
export const documentPages = (ports: PaperPorts): readonly Page[] => [
  myCasePdfPage(ports.readLetterhead),
  staffCasePdfPage(ports.readLetterhead),
  receiptPdfPage(ports.readLetterhead),
  ...evidencePages(ports.readLetterhead),
  blankPdfPage(ports.readLetterhead),
  ...printPages(ports),
  checkFormPage,
]
