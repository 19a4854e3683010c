import { z } from 'zod'
import { sendJson } from '../http/answer.ts'
import { readJson } from '../http/body.ts'
import type { Route } from '../http/exchange.ts'
import { ScannerFault, type ScannerFaults } from './faults.ts'

const FaultRequest = z.object({ mode: ScannerFault })

/** The switch of the virus scanner's faults. */
export const createClamdRoutes = (faults: ScannerFaults): Route[] => [
  {
    method: 'POST',
    path: '/clamd/faults',
    async handle({ request, response }) {
      const parsed = FaultRequest.safeParse(await readJson(request))
      if (!parsed.success) return sendJson(response, { error: 'mode is one of ok, drop, limit' }, 400)
      faults.mode = parsed.data.mode
      sendJson(response, { mode: faults.mode })
    },
  },
]
