import { MessageThread } from '../../ui/case/message-thread.tsx'
import { useFrame, useTexts } from '../../ui/frame.ts'
import { EmptyState } from '../../ui/list/empty-state.tsx'
import type { HeadingLevel } from '../../ui/list/heading.tsx'
import type { Message, Side } from '../model.ts'

type MessagesViewProps = {
  readonly messages: readonly Message[]
  /** The side that the reader is on. */
  readonly reader: Side
  /** Own address of the case's messages, below which attachments lie. */
  readonly path: string
  readonly level?: HeadingLevel | undefined
}

/** The messages of a case for either side, or what stands there when there are none. */
export function MessagesView({ messages, reader, path, level }: MessagesViewProps) {
  const { t } = useTexts()
  const nameOf = useSenderName(reader)
  if (messages.length === 0) {
    return (
      <EmptyState title={t('messages.empty')} icon="speech">
        <p>{t(reader === 'citizen' ? 'messages.empty-citizen' : 'messages.empty-staff')}</p>
      </EmptyState>
    )
  }
  return (
    <MessageThread
      level={level}
      messages={messages.map((message) => ({
        id: message.id,
        from: nameOf(message),
        when: message.sentAt,
        text: message.text,
        side: message.sender === reader ? 'own' : 'other',
        unread: message.unread,
        attachments: message.attachments.map(({ fileId, name, size, unchecked }) => ({
          name,
          size,
          href: `${path}/${message.id}/bilagor/${fileId}`,
          note: unchecked ? t('cases.file.unchecked') : undefined,
        })),
      }))}
    />
  )
}

/** Who wrote, in words that this reader may see. */
function useSenderName(reader: Side): (message: Message) => string {
  const { t } = useTexts()
  const municipality = useFrame().municipality.name
  return ({ own, sender, senderName, nameIsHidden }) => {
    if (own) return t('messages.from.self')
    if (senderName !== undefined) return senderName
    if (nameIsHidden && reader === 'staff') return t('cases.protected.name')
    if (sender === 'citizen') return t('messages.from.citizen')
    return reader === 'staff' ? t('messages.from.colleague') : t('messages.from.staff', { municipality })
  }
}
