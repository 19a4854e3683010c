import type { VNode } from 'preact'
import { listHolders } from '../eid-hub/persons.ts'
import { ApprovalForm } from '../pages/approval-form.tsx'
import { Frame } from '../pages/frame.tsx'
import type { ToSign, Transaction } from './transactions.ts'

const banner = 'Simulator — inte den riktiga Freja-appen'
const time = new Intl.DateTimeFormat('sv-SE', { timeStyle: 'medium', timeZone: 'Europe/Stockholm' })

/** Where the app opens one authentication or signature. */
export const appPath = '/freja/app'

/** What waits to be opened in the app, newest first: in place of a camera there is a link. */
export function waitingPage(waiting: readonly Transaction[]): VNode {
  return (
    <Frame title="Freja" banner={banner}>
      <h1>Freja</h1>
      {waiting.length === 0 ? (
        <p>Inget väntar på dig. Välj Freja där du loggar in eller skriver under, och ladda sedan om den här sidan.</p>
      ) : (
        <p>I stället för att läsa av QR-koden väljer du den legitimering eller underskrift som du har startat.</p>
      )}
      <ul class="messages">
        {waiting.map(({ reference, startedAt, toSign }) => (
          <li class="message" key={reference}>
            <h2>{toSign ? `${toSign.title}: ${toSign.signer.label}` : 'Legitimering hos Region Exempel'}</h2>
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
  /** What is to be signed; undefined for an authentication. */
  readonly toSign: ToSign | undefined
  /** Where the browser is to go afterwards. */
  readonly back: string
  readonly problem?: string
}

/** Where a test person approves or declines. */
export function approvalPage({ reference, toSign, back, problem }: ApprovalPageProps): VNode {
  return (
    <Frame title={problem ? 'Fel: Freja' : 'Freja'} banner={banner}>
      <p class="who">Freja eID+</p>
      {toSign ? (
        <>
          <h1>{toSign.title}</h1>
          <p class="text message">{toSign.text}</p>
        </>
      ) : (
        <>
          <h1>Legitimera dig</h1>
          <p>Region Exempel vill att du legitimerar dig. Välj vem du är.</p>
        </>
      )}
      <ApprovalForm
        action={appPath}
        hidden={{ transactionReference: reference, originAppScheme: back }}
        persons={listHolders('swedish')}
        {...(toSign && { approve: { label: 'Skriv under', value: 'skriv-under' } })}
        problem={problem}
      />
    </Frame>
  )
}
