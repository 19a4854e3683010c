import { randomUUID } from 'node:crypto'
import PostalMime from 'postal-mime'
import type { Message } from './message.ts'

/** Makes a message of a mail as it came over the wire; the recipients are those of the envelope, who truly get it. */
export async function readMail(raw: Uint8Array<ArrayBuffer>, recipients: readonly string[]): Promise<Message> {
  const mail = await PostalMime.parse(raw)
  return {
    id: randomUUID(),
    channel: 'email',
    to: recipients.join(', '),
    subject: mail.subject ?? '',
    text: (mail.text ?? '').replaceAll('\r\n', '\n').trimEnd(),
    sentAt: new Date().toISOString(),
  }
}
