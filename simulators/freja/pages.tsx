import type { VNode } from 'preact'
import { listHolders } from '../eid-hub/persons.ts'
import { ApprovalForm } from '../pages/approval-form.tsx'
import { Frame } from '../pages/frame.tsx'
import type { Transaction } from './transactions.ts'

const banner = 'Simulator — inte den riktiga Freja-appen'
const time = new Intl.DateTimeFormat('sv-SE', { timeStyle: 'medium', timeZone: 'Europe/Stockholm' })

/** Where the app opens one authentication. */
export const appPath = '/freja/app'

/** What waits to be opened in the app, newest first: in place of a camera there is a link. */
export function waitingPage(waiting: readonly Transaction[]): VNode {
  return (
    <Frame title="Freja" banner={banner}>
      <h1>Freja</h1>
      {waiting.length === 0 ? (
        <p>Ingen legitimering väntar. Välj Freja på inloggningssidan och ladda sedan om den här sidan.</p>
      ) : (
        <p>I stället för att läsa av QR-koden väljer du den legitimering som du har startat.</p>
      )}
      <ul class="messages">
        {waiting.map(({ reference, startedAt }) => (
          <li class="message" key={reference}>
            <h2>Legitimering hos Region Exempel</h2>
            <p class="facts">Startad kl. {time.format(startedAt)}</p>
            <p class="text">
              <a href={`${appPath}?transactionReference=${encodeURIComponent(reference)}`}>Skanna</a>
            </p>
          </li>
        ))}
      </ul>
    </Frame>
  )
}

type ApprovalPageProps = {
  readonly reference: string
  /** Where the browser is to go afterwards. */
  readonly back: string
  readonly problem?: string
}

/** Where a test person approves or declines. */
export function approvalPage({ reference, back, problem }: ApprovalPageProps): VNode {
  return (
    <Frame title={problem ? 'Fel: Freja' : 'Freja'} banner={banner}>
      <p class="who">Freja eID+</p>
      <h1>Legitimera dig</h1>
      <p>Region Exempel vill att du legitimerar dig. Välj vem du är.</p>
      <ApprovalForm
        action={appPath}
        hidden={{ transactionReference: reference, originAppScheme: back }}
        persons={listHolders('swedish')}
        problem={problem}
      />
    </Frame>
  )
}
