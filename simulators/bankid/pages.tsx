import type { VNode } from 'preact'
import { ApprovalForm } from '../pages/approval-form.tsx'
import { Frame } from '../pages/frame.tsx'
import type { Order } from './order.ts'
import { holders } from './persons.ts'
import { TextToSign } from './text-to-sign.tsx'

const banner = 'Simulator — inte BankID'

/** The phone's scanner: the orders that wait, and a field for what a QR code says. */
export function scannerPage(waiting: readonly Order[], problem?: string): VNode {
  return (
    <Frame title={problem ? 'Fel: BankID-appen' : 'BankID-appen'} banner={banner}>
      <h1>Skanna QR-kod</h1>
      {waiting.length === 0 && <p>Ingen väntar på att du skannar en QR-kod just nu.</p>}
      {waiting.length > 0 && (
        <form method="post" action="/bankid/skanna">
          <ul class="messages">
            {waiting.map((order) => (
              <li class="message" key={order.ref}>
                <h2>{order.domain || 'Okänd webbplats'}</h2>
                <p class="facts">Begärd {new Date(order.placedAt).toLocaleTimeString('sv-SE')}</p>
                <button type="submit" name="order" value={order.qrStartToken} aria-label={`Skanna ${order.domain}`}>
                  Skanna
                </button>
              </li>
            ))}
          </ul>
        </form>
      )}
      <form method="post" action="/bankid/qr" class="apart">
        <p>
          <label for="qr">QR-kodens text</label>
        </p>
        {problem && (
          <p class="problem" id="qr-problem" role="alert">
            {problem}
          </p>
        )}
        <p>
          <input id="qr" type="text" name="qr" autocomplete="off" aria-describedby={problem && 'qr-problem'} />
        </p>
        <button class="quiet" type="submit">
          Läs texten
        </button>
      </form>
    </Frame>
  )
}

type Shown = { readonly redirect: string | undefined; readonly problem?: string }

/** What the app shows of an order that it has opened: who asks for what, and the test persons. */
export function appPage(order: Order, { redirect, problem }: Shown): VNode {
  const { heading, button, answer } = order.toSign ? signing : identifying
  return (
    <Frame title={problem ? `Fel: ${heading}` : heading} banner={banner}>
      <h1>{heading} med BankID</h1>
      <p class="who">{order.domain}</p>
      {order.toSign ? (
        <TextToSign text={order.visible} format={order.toSign.format} />
      ) : (
        <p class="text">{order.visible}</p>
      )}
      <ApprovalForm
        action="/bankid/app"
        hidden={{ autostarttoken: order.autoStartToken, ...(redirect && { redirect }) }}
        persons={holders}
        approve={{ label: button, value: answer }}
        problem={problem}
      />
    </Frame>
  )
}

const identifying = { heading: 'Legitimera dig', button: 'Legitimera', answer: 'legitimera' }
const signing = { heading: 'Skriv under', button: 'Skriv under', answer: 'skriv-under' }
