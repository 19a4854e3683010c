import type { ServerResponse } from 'node:http'
import { z } from 'zod'
import { listHolders } from '../eid-hub/persons.ts'
import { sendJson, sendPage } from '../http/answer.ts'
import { readForm, readJson } from '../http/body.ts'
import type { Route } from '../http/exchange.ts'
import { messagePage } from '../pages/message-page.tsx'
import { FrejaFaultMode, FrejaFaultRequest, type FrejaFaults } from './faults.ts'
import { appPath, approvalPage, waitingPage } from './pages.tsx'
import type { Transactions } from './transactions.ts'

/** Seconds that the simulator's clock is ahead of the machine's; tests put it forward so that nobody waits for Freja's limits. */
export type FrejaClock = { ahead: number }

const ClockRequest = z.object({
  seconds: z.number().min(0),
  /** The one authentication or signature that the time has gone for; without it, it has gone for all. */
  transactionReference: z.string().optional(),
})

type AppParts = {
  readonly transactions: Transactions
  readonly faults: FrejaFaults
  readonly clock: FrejaClock
  readonly productPort: number
}

/** The person's side of Freja: the app in place of a telephone, and for tests the switch of its faults and its clock. */
export function createFrejaApp({ transactions, faults, clock, productPort }: AppParts): Route[] {
  return [
    {
      method: 'GET',
      path: '/freja',
      handle: ({ response }) => sendPage(response, waitingPage(transactions.listWaiting())),
    },
    {
      method: 'GET',
      path: appPath,
      handle({ url, response }) {
        const reference = url.searchParams.get('transactionReference') ?? ''
        if (!transactions.deliver(reference)) return sendGone(response)
        const { toSign } = transactions.find(reference) ?? {}
        sendPage(response, approvalPage({ reference, toSign, back: url.searchParams.get('originAppScheme') ?? '' }))
      },
    },
    {
      method: 'POST',
      path: appPath,
      async handle({ request, response }) {
        const form = await readForm(request)
        const reference = form.get('transactionReference') ?? ''
        const back = form.get('originAppScheme') ?? ''
        const { toSign } = transactions.find(reference) ?? {}
        const isApproved = form.get('svar') === (toSign ? 'skriv-under' : 'legitimera')
        const person = listHolders('swedish').find(({ id }) => id === form.get('person'))
        if (isApproved && !person) {
          return sendPage(response, approvalPage({ reference, toSign, back, problem: 'Välj en testperson' }), 400)
        }
        // It lies in one person's app; nobody else finds it in theirs.
        if (isApproved && toSign && person?.id !== toSign.signer.id) {
          const problem = 'Det är någon annan som ska skriva under'
          return sendPage(response, approvalPage({ reference, toSign, back, problem }), 403)
        }
        const done = person && isApproved ? transactions.approve(reference, person) : transactions.decline(reference)
        if (!done) return sendGone(response)
        if (isOfProduct(back, productPort)) return void response.writeHead(303, { location: back }).end()
        const approved = toSign ? 'Du har skrivit under' : 'Du har legitimerat dig'
        const heading = isApproved ? approved : 'Du har avbrutit'
        sendPage(response, messagePage(heading, 'Gå tillbaka till sidan där du började.'))
      },
    },
    {
      method: 'POST',
      path: '/freja/faults',
      async handle({ request, response }) {
        const parsed = FrejaFaultRequest.safeParse(await readJson(request))
        if (!parsed.success) {
          return sendJson(response, { error: `mode is one of ${FrejaFaultMode.options.join(', ')}` }, 400)
        }
        Object.assign(faults, parsed.data)
        sendJson(response, parsed.data)
      },
    },
    {
      method: 'POST',
      path: '/freja/clock',
      async handle({ request, response }) {
        const parsed = ClockRequest.safeParse(await readJson(request))
        if (!parsed.success) return sendJson(response, { error: 'seconds is a number' }, 400)
        const { seconds, transactionReference } = parsed.data
        if (transactionReference === undefined) clock.ahead += seconds
        else if (!transactions.age(transactionReference, seconds * 1000)) return sendGone(response)
        sendJson(response, parsed.data)
      },
    },
  ]
}

const sendGone = (response: ServerResponse): void =>
  sendPage(response, messagePage('Inget väntar på dig', 'Det har tagit slut eller avbrutits. Börja om.'), 410)

/** The browser is led nowhere but to the product. */
function isOfProduct(address: string, productPort: number): boolean {
  if (!URL.canParse(address)) return false
  const { protocol, hostname, port } = new URL(address)
  const isHere = hostname === 'localhost' || hostname.endsWith('.localhost')
  return protocol === 'http:' && isHere && port === String(productPort)
}
