import type { Page } from '../platform/http/page.ts'
import { myNoticesPage } from './pages/my-notices.tsx'

export { resendNotices, resendNoticesSchedule, sendNotices, sendNoticesQueue } from './jobs/send-notices.ts'
export { smtpMailer } from './mail/smtp-mailer.ts'
export type { DeliveryPorts } from './ports.ts'
export { countMyUnreadNotices } from './queries/count-my-unread-notices.ts'
export { writeNotices } from './reactions/write-notices.ts'

/** The pages of notices. */
export const noticePages = (): readonly Page[] => [myNoticesPage]
