import { Actions } from '../../ui/form/actions.tsx'
import { Button } from '../../ui/form/button.tsx'
import { QuestionFrame, wiring } from '../../ui/form/question-frame.tsx'
import { TextArea } from '../../ui/form/text-area.tsx'
import { TypedAgain } from '../../ui/form/typed-again.tsx'
import { useFrame, useTexts } from '../../ui/frame.ts'
import { Notice } from '../../ui/list/notice.tsx'
import { type MessageProblem, messageLimits } from '../model.ts'
import type { Writing } from '../policy.ts'
import { filesId, problemsInWords, textId } from './message-problems.ts'

export type MessageFormProps = {
  /** Own address that the form posts to. */
  readonly action: string
  /** What was typed when it has to be mended. */
  readonly typed?: string | undefined
  readonly problems?: readonly MessageProblem[] | undefined
  /** True when files came along with a message that was not sent: the browser doesn't keep them. */
  readonly lostFiles?: boolean | undefined
  /** True when the message had come after the session had ended, and is back for its writer to send. */
  readonly isAgain?: boolean | undefined
}

/** "Nytt meddelande": text and attachments, sent in one go, also without script. */
export function MessageForm({ action, typed, problems = [], lostFiles, isAgain }: MessageFormProps) {
  const texts = useTexts()
  const { t, format } = texts
  const inWords = problemsInWords(problems, texts)
  const problemOf = (id: string) =>
    inWords
      .filter((one) => one.id === id)
      .map((one) => one.problem)
      .join(' ') || undefined
  const files = {
    label: t('messages.files'),
    help: t('messages.files-help', { files: messageLimits.files, size: format.fileSize(messageLimits.fileSize) }),
    problem: problemOf(filesId),
  }
  return (
    <form class="message-form" method="post" action={action} enctype="multipart/form-data">
      {isAgain ? <TypedAgain>{t('messages.not-sent')}</TypedAgain> : null}
      {lostFiles ? (
        <Notice tone="warning">
          <p>{t('messages.choose-again')}</p>
        </Notice>
      ) : null}
      <TextArea
        name="text"
        id={textId}
        label={t('messages.text')}
        value={typed}
        limit={messageLimits.text}
        problem={problemOf(textId)}
        mandatory
      />
      <QuestionFrame id={filesId} {...files}>
        <input
          class="file-input"
          type="file"
          name="bilagor"
          multiple
          accept=".pdf,.jpg,.jpeg,.png,.heic,.heif"
          {...wiring(filesId, files)}
        />
      </QuestionFrame>
      <Actions>
        <Button>{t('messages.send')}</Button>
      </Actions>
    </form>
  )
}

/** Why no message can be written here, and what one can do instead. Renders nothing when one can. */
export function WritingRefused({ writing }: { readonly writing: Writing }) {
  const { t } = useTexts()
  const { phone } = useFrame().municipality.contactCentre
  if (writing === 'finished') {
    return (
      <Notice tone="info">
        <p>{t('messages.finished')}</p>
        <p>{t('messages.finished-contact', { phone })}</p>
      </Notice>
    )
  }
  if (writing === 'no-login') {
    return (
      <Notice tone="info">
        <p>{t('messages.no-login')}</p>
        <p>{t('messages.no-login-contact')}</p>
      </Notice>
    )
  }
  return null
}
