import type { VNode } from 'preact'
import { TextToSign } from '../bankid/text-to-sign.tsx'
import { ApprovalForm } from '../pages/approval-form.tsx'
import { Frame } from '../pages/frame.tsx'
import { type Method, methods } from './methods.ts'
import { listHolders } from './persons.ts'

const banner = 'Simulator — inte en riktig e-legitimation'

/** Where a person chooses an e-legitimation; each button leads to the same address with the method's name. */
export function methodPage(path: string, clientName: string, toSign?: string): VNode {
  return (
    <Frame title="Välj e-legitimation" banner={banner}>
      <p class="who">Region Exempel</p>
      <h1>Välj e-legitimation</h1>
      <p>{toSign ? `${clientName} vill att du skriver under.` : `${clientName} vill att du legitimerar dig.`}</p>
      <form method="get" action={path}>
        <ul class="methods">
          {methods.map((method) => (
            <li key={method.id}>
              <button type="submit" name="metod" value={method.id}>
                {method.label}
              </button>
            </li>
          ))}
        </ul>
      </form>
      <form method="post" action={path}>
        <p class="buttons apart">
          <button class="quiet" type="submit" name="svar" value="avbryt">
            Avbryt
          </button>
        </p>
      </form>
    </Frame>
  )
}

type PersonPageProps = {
  readonly path: string
  readonly clientName: string
  readonly method: Method
  /** The text that is signed by the answer, if any. */
  readonly toSign?: string | undefined
  readonly problem?: string
}

/** Where a test person is chosen among those who can have the e-legitimation. */
export function personPage({ path, clientName, method, toSign, problem }: PersonPageProps): VNode {
  return (
    <Frame title={problem ? `Fel: ${method.label}` : method.label} banner={banner}>
      <p class="who">Region Exempel</p>
      <h1>{toSign ? `Skriv under med ${method.label}` : `Legitimera dig med ${method.label}`}</h1>
      {toSign ? (
        <>
          <p>{clientName} vill att du skriver under den här texten. Välj vem du är.</p>
          <TextToSign text={toSign} format={undefined} />
        </>
      ) : (
        <p>{clientName} vill att du legitimerar dig. Välj vem du är.</p>
      )}
      <ApprovalForm
        action={path}
        hidden={{ metod: method.id }}
        persons={listHolders(method.holders)}
        problem={problem}
        {...(toSign && { approve: { label: 'Skriv under', value: 'skriv-under' } })}
      />
    </Frame>
  )
}
