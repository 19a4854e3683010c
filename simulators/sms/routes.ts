import { randomBytes } from 'node:crypto'
import type { ServerResponse } from 'node:http'
import { z } from 'zod'
import { sendJson } from '../http/answer.ts'
import { readForm, readJson } from '../http/body.ts'
import type { Route } from '../http/exchange.ts'
import type { Inbox } from '../inbox/inbox.ts'
import { SmsFaultMode, SmsFaultRequest } from './faults.ts'
import { partsOf } from './parts.ts'

/** The one account. */
const account = `Basic ${Buffer.from('handslag:bara-for-simulatorn').toString('base64')}`

const number = /^\+[1-9]\d{6,14}$/

const Sms = z.object({
  from: z.string().regex(/^([A-Za-z][A-Za-z0-9]{0,10}|\+[1-9]\d{6,14})$/),
  to: z.string().regex(number),
  message: z.string().min(1),
  dontlog: z.literal('message').optional(),
})

/** An SMS provider as 46elks: takes messages by a form, with HTTP Basic, and keeps them in the inbox; and the switch of its faults. */
export function createSmsRoutes(inbox: Inbox): Route[] {
  let fault: SmsFaultMode = 'ok'
  return [
    {
      method: 'POST',
      path: '/sms/a1/sms',
      async handle({ request, response }) {
        if (fault === 'silent') return
        const form = Object.fromEntries(await readForm(request))
        if (request.headers.authorization !== account || fault === 'unauthorized')
          return sendText(response, 401, 'API access requires Basic HTTP authentication')
        if (fault === 'no-credits') return sendText(response, 403, 'Not enough credits')
        if (fault === 'error') return sendText(response, 500, 'Internal error')
        const sms = Sms.safeParse(form)
        if (!sms.success) return sendText(response, 400, `Invalid ${String(sms.error.issues[0]?.path[0])}`)
        if (fault === 'refuse') return sendText(response, 400, 'Invalid to')
        const { from, to, message, dontlog } = sms.data
        const id = `s${randomBytes(16).toString('hex')}`
        const created = new Date().toISOString()
        if (fault !== 'failed') {
          inbox.add({ id, channel: 'sms', to, subject: `Från ${from}`, text: message, sentAt: created })
        }
        if (fault === 'lost-answer') return void request.socket.destroy()
        const parts = partsOf(message)
        sendJson(response, {
          id,
          status: fault === 'failed' ? 'failed' : 'created',
          direction: 'outgoing',
          from,
          to,
          ...(dontlog === undefined && { message }),
          created,
          parts,
          // Ten-thousandths of a krona.
          cost: parts * 3_500,
        })
      },
    },
    {
      method: 'POST',
      path: '/sms/faults',
      async handle({ request, response }) {
        const parsed = SmsFaultRequest.safeParse(await readJson(request))
        if (!parsed.success) {
          return sendJson(response, { error: `mode is one of ${SmsFaultMode.options.join(', ')}` }, 400)
        }
        fault = parsed.data.mode
        sendJson(response, { mode: fault })
      },
    },
  ]
}

const sendText = (response: ServerResponse, status: number, text: string): void =>
  void response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(text)
