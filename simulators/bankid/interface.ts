import { readJson } from '../http/body.ts'
import type { Exchange, Route } from '../http/exchange.ts'
import { sendBankIdAnswer, sendBankIdError } from './errors.ts'
import type { BankIdFaults } from './faults.ts'
import type { OrderStatus } from './order.ts'
import type { Orders } from './orders.ts'
import { readAuthRequest, readOrderRequest } from './request.ts'

const root = '/bankid/rp/v6.0'

/** BankID's interface for relying parties, v6.0, below `/bankid` on the partners' port: `auth`, `collect`, `cancel`. */
export function bankIdInterface(orders: Orders, faults: BankIdFaults): Route[] {
  /** A method's route: checks what BankID checks of every request, then answers. */
  const method = (name: string, answer: (exchange: Exchange, body: unknown, isOdd: boolean) => void): Route => ({
    method: 'POST',
    path: `${root}/${name}`,
    async handle(exchange) {
      const { request, response } = exchange
      // Exactly so: BankID refuses even a charset.
      if (request.headers['content-type'] !== 'application/json') {
        return sendBankIdError(response, 'unsupportedMediaType', 'The Content-Type must be application/json')
      }
      const body = await readJson(request)
      const fault = faults.next()
      if (fault === 'silent') return
      if (fault === 'ok' || fault === 'unknown-hint') return answer(exchange, body, fault === 'unknown-hint')
      sendBankIdError(response, fault, 'Switched on')
    },
  })

  return [
    method('auth', ({ response }, body) => {
      const asked = readAuthRequest(body)
      if ('wrong' in asked) return sendBankIdError(response, 'invalidParameters', `Invalid parameter: ${asked.wrong}`)
      const order = orders.place(asked)
      if (order === 'in-progress') return sendBankIdError(response, 'alreadyInProgress', 'Order already in progress')
      const { ref, autoStartToken, qrStartToken, qrStartSecret } = order
      sendBankIdAnswer(response, { orderRef: ref, autoStartToken, qrStartToken, qrStartSecret })
    }),
    method('collect', ({ response }, body, isOdd) => {
      const asked = readOrderRequest(body)
      const status = 'wrong' in asked ? 'unknown' : orders.collect(asked.ref)
      if ('wrong' in asked || status === 'unknown')
        return sendBankIdError(response, 'invalidParameters', 'No such order')
      if (status === 'too-soon') return sendBankIdError(response, 'tooManyRequests', 'Ask at most once a second')
      sendBankIdAnswer(response, { orderRef: asked.ref, ...told(isOdd ? oddly(status) : status) })
    }),
    method('cancel', ({ response }, body) => {
      const asked = readOrderRequest(body)
      if ('wrong' in asked || !orders.cancel(asked.ref)) {
        return sendBankIdError(response, 'invalidParameters', 'No such order')
      }
      sendBankIdAnswer(response, {})
    }),
    ...['auth', 'collect', 'cancel'].map(
      (name): Route => ({
        method: 'any',
        path: `${root}/${name}`,
        handle: ({ response }) => sendBankIdError(response, 'methodNotAllowed', 'Only POST is allowed'),
      }),
    ),
    {
      method: 'any',
      path: `${root}/*`,
      handle: ({ response }) => sendBankIdError(response, 'notFound', 'No such method'),
    },
  ]
}

const oddly = (status: OrderStatus): OrderStatus =>
  status.status === 'pending' ? { status: 'pending', hintCode: 'userLooksAtTheSky' } : status

/** A status as `collect` tells it. Signature and OCSP answer are missing, since nothing is signed. */
function told(status: OrderStatus): object {
  if (status.status !== 'complete') return { status: status.status, hintCode: status.hintCode }
  const { number, givenName, surname } = status.holder
  return {
    status: 'complete',
    completionData: {
      user: { personalNumber: number, name: `${givenName} ${surname}`, givenName, surname },
      device: { ipAddress: status.address, uhi: 'c2ltdWxhdG9yLWJhbmtpZC1hcHA' },
      bankIdIssueDate: '2024-03-01Z',
    },
  }
}
