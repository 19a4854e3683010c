import type { ServerResponse } from 'node:http'
import { sendJson } from '../http/answer.ts'
import { readText } from '../http/body.ts'
import type { Route } from '../http/exchange.ts'
import { answerAbout } from './details.ts'
import type { FrejaFaults } from './faults.ts'
import { readReference, readStart } from './request.ts'
import type { FrejaSigning } from './signing.ts'
import type { Transaction, Transactions } from './transactions.ts'

const root = '/freja/authentication/1.0'

export type FrejaParts = {
  readonly transactions: Transactions
  readonly faults: FrejaFaults
  readonly signing: FrejaSigning
}

/** Freja's authentication service, REST API 1.0, for who has a client certificate. */
export function createFrejaPartner({ transactions, faults, signing }: FrejaParts): Route[] {
  const route = (path: string, answer: (body: string, response: ServerResponse) => Promise<void> | void): Route => ({
    method: 'POST',
    path: `${root}/${path}`,
    async handle({ request, response }) {
      if (faults.mode === 'down') return void response.writeHead(503, { 'content-type': 'text/plain' }).end()
      if (faults.mode === 'error') return sendError(response, faults.code)
      await answer(await readText(request), response)
    },
  })

  const about = (body: string, parameter: string): Transaction | number => {
    const read = readReference(body, parameter)
    if ('error' in read) return read.error
    return transactions.find(read.reference) ?? 1100
  }

  return [
    route('initAuthentication', (body, response) => {
      const order = readStart(body)
      if ('error' in order) sendError(response, order.error)
      else sendJson(response, { authRef: transactions.start(order).reference })
    }),
    route('getOneResult', async (body, response) => {
      const found = about(body, 'getOneAuthResultRequest')
      if (typeof found === 'number') return sendError(response, found)
      const { reference: authRef, status, person } = found
      const wrongStatus = faults.mode === 'rejected' ? 'REJECTED' : faults.mode === 'new-status' && 'SOMETHING_NEW'
      if (wrongStatus) sendJson(response, { authRef, status: wrongStatus })
      else if (person) sendJson(response, await answerAbout({ ...found, person }, faults.mode, signing))
      else sendJson(response, { authRef, status })
    }),
    route('cancel', (body, response) => {
      const found = about(body, 'cancelAuthRequest')
      if (typeof found === 'number') return sendError(response, found)
      transactions.cancel(found.reference)
      sendJson(response, {})
    }),
  ]
}

const sendError = (response: ServerResponse, code: number): void =>
  sendJson(response, { code, message: `Error ${code} of Freja's list` }, 422)
