import { z } from 'zod'
import { sendJson } from '../http/answer.ts'
import { readJson } from '../http/body.ts'
import type { Route } from '../http/exchange.ts'
import { AddressFaultMode, type AddressFaults } from './faults.ts'
import { findByText, findNear, type Point } from './find.ts'

const root = '/address-register'

const FaultRequest = z.object({ mode: AddressFaultMode })

const Near = z
  .string()
  .regex(/^-?\d{1,2}(\.\d+)?,-?\d{1,3}(\.\d+)?$/)
  .transform((text): Point => {
    const [latitude = 0, longitude = 0] = text.split(',').map(Number)
    return { latitude, longitude }
  })

const Query = z.union([
  z.object({ q: z.string().min(1).max(200), limit: limit() }),
  z.object({ near: Near, limit: limit() }),
])

/** A register of addresses and properties below `/address-register`, and `POST /address-register/faults` to make it misbehave. */
export function createAddressRegister(): Route[] {
  const faults: AddressFaults = { mode: 'ok' }
  return [
    {
      method: 'GET',
      path: `${root}/places`,
      handle: ({ response, url }) => {
        // One who is never answered waits until they hang up.
        if (faults.mode === 'timeout') return
        if (faults.mode === 'down') return sendJson(response, { error: 'out of order' }, 500)
        const query = Query.safeParse(Object.fromEntries(url.searchParams))
        if (!query.success) return sendJson(response, { error: 'q, or near as latitude,longitude, and limit' }, 400)
        const found = 'q' in query.data ? findByText(query.data.q) : findNear(query.data.near)
        const answer = { places: found.slice(0, query.data.limit), more: found.length > query.data.limit }
        if (faults.mode !== 'broken') return sendJson(response, answer)
        const whole = JSON.stringify(answer)
        response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' })
        response.end(whole.slice(0, whole.length / 2))
      },
    },
    {
      method: 'POST',
      path: `${root}/faults`,
      async handle({ request, response }) {
        const parsed = FaultRequest.safeParse(await readJson(request))
        if (!parsed.success) return sendJson(response, { error: 'mode is one of ok, down, timeout, broken' }, 400)
        faults.mode = parsed.data.mode
        sendJson(response, { mode: faults.mode })
      },
    },
  ]
}

function limit() {
  return z.coerce.number().int().min(1).max(50).default(10)
}
