import { readJson } from '../http/body.ts'
import type { Exchange, Route } from '../http/exchange.ts'
import type { BankIdClock } from './clock.ts'
import { sendBankIdAnswer, sendBankIdError } from './errors.ts'
import type { FaultMode } from './faults.ts'
import type { OrderStatus } from './order.ts'
import type { Orders } from './orders.ts'
import { readNewOrder, readOrderRequest } from './request.ts'
import type { SignatureMode } from './signing/modes.ts'
import type { BankIdSigning, Signed } from './signing/signing.ts'
import type { Switch } from './switch.ts'

const root = '/bankid/rp/v6.0'

/** Bytes: what is signed may be 240 000 characters of base64. */
const longestBody = 256 * 1024

type Parts = {
  readonly orders: Orders
  readonly clock: BankIdClock
  readonly faults: Switch<FaultMode>
  readonly sign: BankIdSigning
  readonly signatures: Switch<SignatureMode>
}

/** BankID's interface for relying parties, v6.0, below `/bankid` on the partners' port: `auth`, `sign`, `collect`, `cancel`. */
export function bankIdInterface({ orders, clock, faults, sign, signatures }: Parts): Route[] {
  /** A method's route: checks what BankID checks of every request, then answers. */
  const method = (
    name: string,
    answer: (exchange: Exchange, body: unknown, isOdd: boolean) => Promise<void> | void,
  ): Route => ({
    method: 'POST',
    path: `${root}/${name}`,
    async handle(exchange) {
      const { request, response } = exchange
      // Exactly so: BankID refuses even a charset.
      if (request.headers['content-type'] !== 'application/json') {
        return sendBankIdError(response, 'unsupportedMediaType', 'The Content-Type must be application/json')
      }
      const body = await readJson(request, longestBody)
      const fault = faults.next()
      if (fault === 'silent') return
      if (fault === 'ok' || fault === 'unknown-hint') return answer(exchange, body, fault === 'unknown-hint')
      sendBankIdError(response, fault, 'Switched on')
    },
  })

  const placed = (name: 'auth' | 'sign'): Route =>
    method(name, ({ response }, body) => {
      const asked = readNewOrder(name, body)
      if ('wrong' in asked) return sendBankIdError(response, 'invalidParameters', `Invalid parameter: ${asked.wrong}`)
      const order = orders.place(asked)
      if (order === 'in-progress') return sendBankIdError(response, 'alreadyInProgress', 'Order already in progress')
      const { ref, autoStartToken, qrStartToken, qrStartSecret } = order
      sendBankIdAnswer(response, { orderRef: ref, autoStartToken, qrStartToken, qrStartSecret })
    })

  const signed = ({ toSign, holder, since }: Complete): Promise<Signed> | undefined => {
    // The moment of the answer by the machine's clock: what says that certificates are good has a clock of its own, which nobody puts forward.
    const at = new Date(Date.now() - (clock.now() - since))
    return toSign && sign({ toSign, holder, at }, signatures.next())
  }

  return [
    placed('auth'),
    placed('sign'),
    method('collect', async ({ response }, body, isOdd) => {
      const asked = readOrderRequest(body)
      const status = 'wrong' in asked ? 'unknown' : orders.collect(asked.ref)
      if ('wrong' in asked || status === 'unknown')
        return sendBankIdError(response, 'invalidParameters', 'No such order')
      if (status === 'too-soon') return sendBankIdError(response, 'tooManyRequests', 'Ask at most once a second')
      const signature = status.status === 'complete' ? await signed(status) : undefined
      sendBankIdAnswer(response, { orderRef: asked.ref, ...told(isOdd ? oddly(status) : status, signature) })
    }),
    method('cancel', ({ response }, body) => {
      const asked = readOrderRequest(body)
      if ('wrong' in asked || !orders.cancel(asked.ref)) {
        return sendBankIdError(response, 'invalidParameters', 'No such order')
      }
      sendBankIdAnswer(response, {})
    }),
    ...['auth', 'sign', 'collect', 'cancel'].map(
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

type Complete = OrderStatus & { readonly status: 'complete' }

/** A status as `collect` tells it. Without something to sign, signature and OCSP answer are missing. */
function told(status: OrderStatus, signed: Signed | undefined): object {
  if (status.status !== 'complete') return { status: status.status, hintCode: status.hintCode }
  const { number, givenName, surname } = status.holder
  return {
    status: 'complete',
    completionData: {
      user: { personalNumber: number, name: `${givenName} ${surname}`, givenName, surname },
      device: { ipAddress: status.address, uhi: 'c2ltdWxhdG9yLWJhbmtpZC1hcHA' },
      bankIdIssueDate: '2024-03-01Z',
      ...signed,
    },
  }
}
