import type { VNode } from 'preact'
import { Frame } from '../pages/frame.tsx'
import type { FaultMode } from './faults.ts'
import type { Message } from './message.ts'

// More would make the page slow in a long demonstration; /inbox.json has them all.
const shown = 200

const channels = { email: 'E-post', sms: 'Sms' } as const
const time = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'long', timeStyle: 'medium', timeZone: 'Europe/Stockholm' })

/** Addresses in the text become links, so that one can go on from a message as its reader would. */
function linked(text: string): (string | VNode)[] {
  return text.split(/(https?:\/\/[^\s<>"]*[^\s<>".,;:!?)])/).map((part, index) => {
    if (index % 2 === 0) return part
    return <a href={part}>{part}</a>
  })
}

function Item({ message }: { readonly message: Message }): VNode {
  return (
    <li class="message">
      <h2>{message.subject || 'Utan ämne'}</h2>
      <p class="facts">
        {channels[message.channel]} till {message.to},{' '}
        <time dateTime={message.sentAt}>{time.format(new Date(message.sentAt))}</time>
      </p>
      <p class="text">{linked(message.text)}</p>
    </li>
  )
}

/** The inbox: messages, newest first, and the fault that is switched on, if any. */
export function inboxPage(messages: readonly Message[], fault: FaultMode): VNode {
  return (
    <Frame title="Brevlådan" banner="Simulator — inga meddelanden når någon" wide>
      <h1>Brevlådan</h1>
      {fault !== 'ok' && <p class="problem">E-postservern är inställd på att göra fel: {fault}.</p>}
      {messages.length === 0 && <p>Inga meddelanden har skickats ännu.</p>}
      {messages.length > shown && (
        <p>
          De {shown} senaste av {messages.length} meddelanden visas.
        </p>
      )}
      <ul class="messages">
        {messages.slice(0, shown).map((message) => (
          <Item key={message.id} message={message} />
        ))}
      </ul>
    </Frame>
  )
}
