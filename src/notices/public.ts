import type { Page } from '../platform/http/page.ts'
import { myNoticesPage } from './pages/my-notices.tsx'

export { resendNotices, resendNoticesSchedule, sendNotices, sendNoticesQueue } from './jobs/send-notices.ts'
export type { Delivery, Mail, Mailer } from './mail/mailer.ts'
export { smtpMailer } from './mail/smtp-mailer.ts'
export type { Contact, DeliveryPorts, Sender } from './ports.ts'
export { countMyUnreadNotices } from './queries/count-my-unread-notices.ts'
export { type FindCaseRecipients, type WriteNotices, writeNotices } from './reactions/write-notices.ts'

/** The pages of notices. */
export const noticePages = (): readonly Page[] => [myNoticesPage]
