import { useTexts } from '../frame.ts'
import { Icon } from '../icon.tsx'
import { Heading, type HeadingLevel } from '../list/heading.tsx'
import { Tag } from '../list/tag.tsx'
import { Moment } from './timeline.tsx'

export type MessageItem = {
  readonly id: string
  /** Who wrote it, as the reader may see it. */
  readonly from: string
  readonly when: Date
  /** The text as typed; its line breaks are kept. */
  readonly text: string
  /** The reader's own side, the other side, or a note among staff. */
  readonly side: 'own' | 'other' | 'internal'
  readonly unread?: boolean | undefined
  readonly attachments?: readonly AttachmentLink[] | undefined
}

export type AttachmentLink = {
  readonly name: string
  /** Size in bytes. */
  readonly size: number
  readonly href: string
  /** What must be known before it is opened. */
  readonly note?: string | undefined
}

type MessageThreadProps = { readonly messages: readonly MessageItem[]; readonly level?: HeadingLevel | undefined }

/** Messages in the order given. */
export function MessageThread({ messages, level = 3 }: MessageThreadProps) {
  const { t } = useTexts()
  return (
    <ol class="messages">
      {messages.map((message) => (
        <li class="message" data-side={message.side} key={message.id} id={message.id}>
          <div class="message-head">
            <Heading level={level} class="message-from">
              {message.from}
            </Heading>
            <Moment when={message.when} />
            {message.unread ? <Tag tone="wait">{t('ui.messages.unread')}</Tag> : null}
          </div>
          <p class="kept-lines">{message.text}</p>
          {message.attachments && message.attachments.length > 0 ? (
            <Attachments attachments={message.attachments} />
          ) : null}
        </li>
      ))}
    </ol>
  )
}

/** Files that can be opened, with their sizes. */
export function Attachments({ attachments }: { readonly attachments: readonly AttachmentLink[] }) {
  const { t, format } = useTexts()
  return (
    <ul class="attachments" aria-label={t('ui.messages.attachments')}>
      {attachments.map((file) => (
        <li key={file.href}>
          <a href={file.href}>
            <Icon name="paperclip" />
            <span>{file.name}</span>
          </a>{' '}
          <span class="file-size">{format.fileSize(file.size)}</span>
          {file.note ? <span class="quiet-line">{file.note}</span> : null}
        </li>
      ))}
    </ul>
  )
}
