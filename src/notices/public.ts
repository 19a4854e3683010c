import type { Page } from '../platform/http/page.ts'
import { myNoticesPage } from './pages/my-notices.tsx'

export { resendNotices, resendNoticesSchedule, sendNotices, sendNoticesQueue } from './jobs/send-notices.ts'
export { smtpMailer } from './mail/smtp-mailer.ts'
export type { DeliveryPorts } from './ports.ts'
export { countMyUnreadNotices } from './queries/count-my-unread-notices.ts'
export { writeNotices } from './reactions/write-notices.ts'
export { httpSmsSender } from './sms/http-sms-sender.ts'
export { smsNumberOf } from './sms/sms-number.ts'
export type { SmsSender } from './sms/sms-sender.ts'

/** The pages of notices. */
export const noticePages = (): readonly Page[] => [myNoticesPage]
