import type { Page } from '../platform/http/page.ts'
import './events.ts'
import { myAttachmentPage, staffAttachmentPage } from './pages/attachments.ts'
import { myMessagesPage } from './pages/my-messages.tsx'

export { readThread } from './commands/read-thread.ts'
export { sendMessage } from './commands/send-message.ts'
export { normalised } from './model.ts'
export { PostedMessage } from './pages/posted-message.ts'
export type { Writing } from './policy.ts'
export { countUnread } from './queries/count-unread.ts'
export { listMessages, type Thread } from './queries/list-messages.ts'
export { receiveAttachments } from './queries/receive-attachments.ts'
export { type FailedMessage, failedMessage, type UnsentMessage } from './view/failed-message.ts'
export { MessageForm, WritingRefused } from './view/message-form.tsx'
export { problemsInWords } from './view/message-problems.ts'
export { MessagesView } from './view/messages-view.tsx'

/** The citizen's messages, and attachments for both sides. What staff write stands on the workplace's pages. */
export const messagePages = (): readonly Page[] => [myMessagesPage, myAttachmentPage, staffAttachmentPage]
