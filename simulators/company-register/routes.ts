import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { sendJson } from '../http/answer.ts'
import { readForm, readJson } from '../http/body.ts'
import type { Exchange, Route } from '../http/exchange.ts'
import { answerAbout } from './answer.ts'
import { companies } from './companies.ts'
import { RegisterFaultMode, type RegisterFaults } from './faults.ts'
import { isRegisterNumber } from './identity-number.ts'
import { createTokens } from './tokens.ts'

const root = '/company-register'
const api = `${root}/vardefulla-datamangder/v1`

const Question = z.object({ identitetsbeteckning: z.string() })
const FaultRequest = z.object({ mode: RegisterFaultMode })

const titles: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  500: 'Internal Server Error',
}

function sendProblem({ request, response, url }: Exchange, status: number, detail: string): void {
  sendJson(
    response,
    {
      type: 'about:blank',
      instance: url.pathname,
      timestamp: new Date().toISOString(),
      requestId: request.headers['x-request-id'] ?? randomUUID(),
      status,
      title: titles[status],
      detail,
    },
    status,
  )
}

/**
 * Bolagsverket's "Värdefulla datamängder" v1 below `/company-register`: its token endpoint, what Handslag asks of it, and
 * `POST /company-register/faults` to make it misbehave.
 */
export function createCompanyRegister(): Route[] {
  const faults: RegisterFaults = { mode: 'ok' }
  const tokens = createTokens(Date.now)

  /** Lets the fault that is switched on answer instead. One who is never answered waits until they hang up. */
  const unlessFaulty = (handle: Route['handle']): Route['handle'] => {
    return (exchange) => {
      if (faults.mode === 'timeout') return
      if (faults.mode === 'down') return sendProblem(exchange, 500, 'Ett internt fel inträffade.')
      return handle(exchange)
    }
  }
  const unlessStranger = (handle: Route['handle']): Route['handle'] =>
    unlessFaulty((exchange) =>
      tokens.isValid(exchange.request.headers.authorization)
        ? handle(exchange)
        : sendProblem(exchange, 401, 'Åtkomstnyckeln saknas eller gäller inte längre.'),
    )

  return [
    {
      method: 'POST',
      path: `${root}/oauth2/token`,
      handle: unlessFaulty(async ({ request, response }) => {
        const { status, body } = tokens.issue(request.headers.authorization, await readForm(request))
        sendJson(response, body, status)
      }),
    },
    {
      method: 'GET',
      path: `${api}/isalive`,
      handle: unlessStranger(
        ({ response }) => void response.writeHead(200, { 'content-type': 'text/plain' }).end('OK'),
      ),
    },
    {
      method: 'POST',
      path: `${api}/organisationer`,
      handle: unlessStranger(async (exchange) => {
        const question = Question.safeParse(await readJson(exchange.request))
        if (!question.success || !isRegisterNumber(question.data.identitetsbeteckning)) {
          return sendProblem(exchange, 400, 'identitetsbeteckning är inte giltig.')
        }
        const number = question.data.identitetsbeteckning
        const firms = companies.filter((company) => company.number === number)
        exchange.response.setHeader('x-request-id', exchange.request.headers['x-request-id'] ?? randomUUID())
        sendJson(exchange.response, answerAbout(number, firms, faults.mode === 'partial'))
      }),
    },
    {
      method: 'POST',
      path: `${root}/faults`,
      async handle({ request, response }) {
        const parsed = FaultRequest.safeParse(await readJson(request))
        if (!parsed.success) return sendJson(response, { error: 'mode is one of ok, down, timeout, partial' }, 400)
        faults.mode = parsed.data.mode
        sendJson(response, { mode: faults.mode })
      },
    },
  ]
}
