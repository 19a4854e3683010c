import type { ServerResponse } from 'node:http'
import { sendJson } from '../http/answer.ts'
import { readText } from '../http/body.ts'
import type { Route } from '../http/exchange.ts'
import { answerAbout } from './details.ts'
import type { FrejaFaults } from './faults.ts'
import { type FrejaError, readReference, readStart } from './request.ts'
import { readSignStart } from './sign-request.ts'
import type { FrejaSigning } from './signing.ts'
import type { Order, Transaction, Transactions } from './transactions.ts'

/** What Freja's two services call things. */
const services = {
  authentication: {
    name: 'authRef',
    start: 'initAuthentication',
    result: 'getOneAuthResultRequest',
    cancel: 'cancelAuthRequest',
  },
  sign: { name: 'signRef', start: 'initSignature', result: 'getOneSignResultRequest', cancel: 'cancelSignRequest' },
} as const

export type FrejaParts = {
  readonly transactions: Transactions
  readonly faults: FrejaFaults
  readonly signing: FrejaSigning
  /** Milliseconds since 1970. */
  readonly now: () => number
}

/** Freja's authentication and signature services, REST API 1.0, for who has a client certificate. */
export const createFrejaPartner = (parts: FrejaParts): Route[] => [
  ...routesOf('authentication', readStart, parts),
  ...routesOf('sign', (body) => readSignStart(body, parts.now()), parts),
]

function routesOf(
  service: keyof typeof services,
  read: (body: string) => Order | FrejaError,
  { transactions, faults, signing }: FrejaParts,
): Route[] {
  const { name, ...methods } = services[service]

  const route = (path: string, answer: (body: string, response: ServerResponse) => Promise<void> | void): Route => ({
    method: 'POST',
    path: `/freja/${service}/1.0/${path}`,
    async handle({ request, response }) {
      if (faults.mode === 'down') return void response.writeHead(503, { 'content-type': 'text/plain' }).end()
      if (faults.mode === 'error') return sendError(response, faults.code)
      await answer(await readText(request), response)
    },
  })

  /** Each service knows its own alone. */
  const about = (body: string, parameter: string): Transaction | number => {
    const asked = readReference(body, { parameter, name })
    if ('error' in asked) return asked.error
    const found = transactions.find(asked.reference)
    return found && (found.toSign !== undefined) === (service === 'sign') ? found : 1100
  }

  return [
    route(methods.start, (body, response) => {
      const order = read(body)
      if ('error' in order) sendError(response, order.error)
      else sendJson(response, { [name]: transactions.start(order).reference })
    }),
    route('getOneResult', async (body, response) => {
      const found = about(body, methods.result)
      if (typeof found === 'number') return sendError(response, found)
      const { reference, status, person } = found
      const wrongStatus = faults.mode === 'rejected' ? 'REJECTED' : faults.mode === 'new-status' && 'SOMETHING_NEW'
      if (wrongStatus) sendJson(response, { [name]: reference, status: wrongStatus })
      else if (person) sendJson(response, await answerAbout({ ...found, person }, faults.mode, signing))
      else sendJson(response, { [name]: reference, status })
    }),
    route('cancel', (body, response) => {
      const found = about(body, methods.cancel)
      if (typeof found === 'number') return sendError(response, found)
      transactions.cancel(found.reference)
      sendJson(response, {})
    }),
  ]
}

const sendError = (response: ServerResponse, code: number): void =>
  sendJson(response, { code, message: `Error ${code} of Freja's list` }, 422)
