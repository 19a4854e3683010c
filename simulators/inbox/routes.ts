import { z } from 'zod'
import { sendJson, sendPage } from '../http/answer.ts'
import { readJson } from '../http/body.ts'
import type { Route } from '../http/exchange.ts'
import { FaultMode, type Faults } from './faults.ts'
import type { Inbox } from './inbox.ts'
import { inboxPage } from './inbox-page.tsx'

const FaultRequest = z.object({ mode: FaultMode })

/** The inbox for people and for tests, and the switch of the mail server's faults. */
export function createInboxRoutes(inbox: Inbox, faults: Faults): Route[] {
  return [
    {
      method: 'GET',
      path: '/inbox',
      handle: ({ response }) => sendPage(response, inboxPage(inbox.list(), faults.mode)),
    },
    { method: 'GET', path: '/inbox.json', handle: ({ response }) => sendJson(response, inbox.list()) },
    {
      method: 'POST',
      path: '/inbox/faults',
      async handle({ request, response }) {
        const parsed = FaultRequest.safeParse(await readJson(request))
        if (!parsed.success) return sendJson(response, { error: 'mode is one of ok, refuse, temporary, drop' }, 400)
        faults.mode = parsed.data.mode
        sendJson(response, { mode: faults.mode })
      },
    },
  ]
}
