import { getCase, type StaffCase } from '../../cases/public.ts'
import {
  type FailedMessage,
  failedMessage,
  MessageForm,
  MessagesView,
  PostedMessage,
  problemsInWords,
  readThread,
  receiveAttachments,
  sendMessage,
  type Thread,
  type UnsentMessage,
  WritingRefused,
} from '../../messages/public.ts'
import type { Context } from '../../platform/context.ts'
import { redirect } from '../../platform/http/answer.ts'
import { page } from '../../platform/http/page.ts'
import { useTexts } from '../../ui/frame.ts'
import { Section } from '../../ui/page/section.tsx'
import { CaseParams, deedPath, deedPattern, donePath } from '../case-address.ts'
import { DeedPage } from '../views/deed-page.tsx'

/** "Nytt meddelande" of a case worker, below what has been written. */
export const staffMessagesPage = page(deedPattern('message'), {
  area: 'staff',
  params: CaseParams,
  body: PostedMessage,
  receive: async ({ ctx, params }) => await receiveAttachments(ctx, params.case),
  async get({ ctx, params }) {
    return <StaffMessages {...(await read(ctx, params.case))} />
  },
  async post({ ctx, params, body, files }) {
    const sent = await sendMessage(ctx, { caseId: params.case, text: body.text, files })
    if (sent.ok) return redirect(donePath(params.case, 'sent'))
    return <StaffMessages {...(await read(ctx, params.case))} failed={failedMessage(body.text, files, sent.error)} />
  },
  async resumed({ ctx, params, body, lostFiles }) {
    return <StaffMessages {...(await read(ctx, params.case))} again={{ typed: body.text, lostFiles }} />
  },
})

const read = async (ctx: Context, caseId: string) => ({
  of: await getCase(ctx, caseId),
  thread: await readThread(ctx, caseId),
})

type StaffMessagesProps = {
  readonly of: StaffCase
  readonly thread: Thread
  /** A message that could not be sent. */
  readonly failed?: FailedMessage
  /** A message that came when the session had ended. */
  readonly again?: UnsentMessage
}

function StaffMessages({ of, thread, failed, again }: StaffMessagesProps) {
  const texts = useTexts()
  const { t } = texts
  const path = deedPath(of.caseId, 'message')
  return (
    <DeedPage of={of} title={t('workplace.case.message')} problems={problemsInWords(failed?.problems ?? [], texts)}>
      {thread.writing === 'allowed' ? (
        <MessageForm action={path} {...failed} {...again} isAgain={again !== undefined} />
      ) : (
        <WritingRefused writing={thread.writing} />
      )}
      {of.anonymous ? null : (
        <Section heading={t('workplace.case.messages')}>
          <MessagesView messages={thread.messages} reader="staff" path={path} />
        </Section>
      )}
    </DeedPage>
  )
}
