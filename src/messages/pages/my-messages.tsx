import { z } from 'zod'
import { CaseFrame, casePath, getMyCase, type MyCase } from '../../cases/public.ts'
import type { Context } from '../../platform/context.ts'
import { redirect } from '../../platform/http/answer.ts'
import { page } from '../../platform/http/page.ts'
import { Id } from '../../platform/ids.ts'
import { useTexts } from '../../ui/frame.ts'
import { Notice } from '../../ui/list/notice.tsx'
import { Section } from '../../ui/page/section.tsx'
import { readThread } from '../commands/read-thread.ts'
import { sendMessage } from '../commands/send-message.ts'
import type { Thread } from '../queries/list-messages.ts'
import { receiveAttachments } from '../queries/receive-attachments.ts'
import { type FailedMessage, failedMessage, type UnsentMessage } from '../view/failed-message.ts'
import { MessageErrorSummary } from '../view/message-error-summary.tsx'
import { MessageForm, WritingRefused } from '../view/message-form.tsx'
import { MessagesView } from '../view/messages-view.tsx'
import { PostedMessage } from './posted-message.ts'

/** "Meddelanden" of a citizen's case: what has been written, and "Nytt meddelande". */
export const myMessagesPage = page('/mina-sidor/arenden/:case/meddelanden', {
  area: 'citizen',
  params: z.object({ case: Id }),
  query: z.object({ skickat: z.string().optional().catch(undefined) }),
  body: PostedMessage,
  receive: async ({ ctx, params }) => await receiveAttachments(ctx, params.case),
  async get({ ctx, params, query }) {
    return <MyMessages {...(await read(ctx, params.case))} sent={query.skickat !== undefined} />
  },
  async post({ ctx, params, body, files }) {
    const sent = await sendMessage(ctx, { caseId: params.case, text: body.text, files })
    if (sent.ok) return redirect(`${pathOf(params.case)}?skickat=ja`)
    return <MyMessages {...(await read(ctx, params.case))} failed={failedMessage(body.text, files, sent.error)} />
  },
  async resumed({ ctx, params, body, lostFiles }) {
    return <MyMessages {...(await read(ctx, params.case))} again={{ typed: body.text, lostFiles }} />
  },
})

const pathOf = (caseId: string): string => `${casePath(caseId)}/meddelanden`

const read = async (ctx: Context, caseId: string) => ({
  of: await getMyCase(ctx, caseId),
  thread: await readThread(ctx, caseId),
})

type MyMessagesProps = {
  readonly of: MyCase
  readonly thread: Thread
  readonly sent?: boolean
  /** A message that could not be sent. */
  readonly failed?: FailedMessage
  /** A message that came when the session had ended. */
  readonly again?: UnsentMessage
}

function MyMessages({ of, thread, sent, failed, again }: MyMessagesProps) {
  const { t } = useTexts()
  const path = pathOf(of.caseId)
  return (
    // What is shown here has been read by the reader: nothing is left to announce on the tab.
    <CaseFrame of={of} tab="messages" unread={0} hasProblems={(failed?.problems.length ?? 0) > 0}>
      <MessageErrorSummary failed={failed} />
      {sent ? (
        <Notice tone="success" announce>
          <p>{t('messages.sent')}</p>
        </Notice>
      ) : null}
      <MessagesView messages={thread.messages} reader="citizen" path={path} level={2} />
      {thread.writing === 'allowed' ? (
        <Section heading={t('messages.new')} id="nytt">
          <MessageForm action={path} {...failed} {...again} isAgain={again !== undefined} />
        </Section>
      ) : (
        <WritingRefused writing={thread.writing} />
      )}
    </CaseFrame>
  )
}
