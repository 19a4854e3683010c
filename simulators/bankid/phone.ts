import { z } from 'zod'
import { sendJson } from '../http/answer.ts'
import { readJson } from '../http/body.ts'
import type { Route } from '../http/exchange.ts'
import type { BankIdClock } from './clock.ts'
import { type FaultMode, FaultRequest } from './faults.ts'
import type { Orders } from './orders.ts'
import { holders } from './persons.ts'
import { type SignatureMode, SignatureModeRequest } from './signing/modes.ts'
import type { Switch } from './switch.ts'

const OpenRequest = z.union([z.object({ qr: z.string() }), z.object({ autostarttoken: z.string() })])

const AnswerRequest = z.object({
  autostarttoken: z.string(),
  /** Id of a test person; without one the person cancels. */
  person: z.enum(holders.map(({ id }) => id)).optional(),
})

const ForwardRequest = z.object({
  seconds: z.number().positive(),
  /** A token of the one order that the time has gone for; without it, it has gone for all. */
  order: z.string().optional(),
})

type Parts = {
  readonly orders: Orders
  readonly clock: BankIdClock
  readonly faults: Switch<FaultMode>
  readonly signatures: Switch<SignatureMode>
}

/** What tests do without a browser: what a phone does, BankID's clock, its faults and those of its signatures. */
export function bankIdPhone({ orders, clock, faults, signatures }: Parts): Route[] {
  const route = <Asked>(path: string, asked: z.ZodType<Asked>, act: (asked: Asked) => object | undefined): Route => ({
    method: 'POST',
    path,
    async handle({ request, response }) {
      const parsed = asked.safeParse(await readJson(request))
      const answer = parsed.success ? act(parsed.data) : undefined
      if (answer) sendJson(response, answer)
      else sendJson(response, { error: parsed.success ? 'no such order' : z.prettifyError(parsed.error) }, 400)
    },
  })

  return [
    route('/bankid/phone/open', OpenRequest, (asked) => {
      const order = 'qr' in asked ? orders.openByQr(asked.qr) : orders.openByToken(asked.autostarttoken)
      return order && { autostarttoken: order.autoStartToken, domain: order.domain, text: order.visible }
    }),
    route('/bankid/phone/answer', AnswerRequest, ({ autostarttoken, person }) => {
      const holder = holders.find(({ id }) => id === person)
      const order = orders.answer(autostarttoken, holder)
      return order && { returnUrl: order.returnUrl ?? null }
    }),
    route('/bankid/clock', ForwardRequest, ({ seconds, order }) => {
      if (order === undefined) clock.forward(seconds * 1000)
      else if (!orders.age(order, seconds * 1000)) return undefined
      return { now: new Date(clock.now()).toISOString() }
    }),
    route('/bankid/faults', FaultRequest, (fault) => {
      faults.set(fault)
      return fault
    }),
    route('/bankid/signatures', SignatureModeRequest, (asked) => {
      signatures.set(asked)
      return asked
    }),
  ]
}
