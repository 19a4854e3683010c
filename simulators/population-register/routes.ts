import type { ServerResponse } from 'node:http'
import { sendJson } from '../http/answer.ts'
import { readJson, readText } from '../http/body.ts'
import type { Route } from '../http/exchange.ts'
import { FaultRequest, type RegisterFaults, registerFaults } from './faults.ts'
import { personPost } from './person-post.ts'
import { type RegisteredPerson, registeredPersons } from './persons.ts'
import { readRequest } from './request.ts'
import { textElement } from './xml.ts'

/** Orders (Beställningar) that the register knows, one for each municipality. */
const orders = ['00000236-FO01-0001', '00000236-FO01-0002']

/** Who may ask; the Swedish Tax Agency's own test organisation. */
const organisationNumber = '162021004748'

/**
 * Navet's `personpostXML` at the path that it has at the Swedish Tax Agency, below `/population-register`, and the switch of its faults. Without
 * the client certificate that the real one asks for.
 */
export function createPopulationRegister(
  persons: readonly RegisteredPerson[] = registeredPersons,
  faults: RegisterFaults = registerFaults(),
): Route[] {
  return [
    {
      method: 'POST',
      path: '/population-register/na/na_epersondata/V4/personpostXML',
      async handle({ request, response }) {
        const asked = readRequest(await readText(request))
        if (!request.headers['content-type']?.startsWith('text/xml') || !asked) {
          return sendFault(response, 'soap:Client', 'Felaktig begäran')
        }
        if (asked.organisationNumber !== organisationNumber || !orders.includes(asked.orderId)) {
          return sendFault(response, 'soap:Client', 'Beställningen finns inte')
        }
        const mode = faults.of(asked.number)
        // The caller hangs up, or the simulators stop.
        if (mode === 'timeout') return
        if (mode === 'fault') return sendFault(response, 'soap:Server', 'Tjänsten är inte tillgänglig')
        const person = persons.find(({ number }) => number === asked.number)
        const answer = envelope(
          '<ns0:PersonpostXMLResponse xmlns:ns0="http://xmls.skatteverket.se/se/skatteverket/folkbokforing/na/epersondata/V1">' +
            `<ns0:Folkbokforingsposter>${person ? personPost(person, persons) : ''}</ns0:Folkbokforingsposter>` +
            '</ns0:PersonpostXMLResponse>',
        )
        sendXml(response, mode === 'broken' ? answer.slice(0, answer.length / 2) : answer)
      },
    },
    {
      method: 'POST',
      path: '/population-register/faults',
      async handle({ request, response }) {
        const parsed = FaultRequest.safeParse(await readJson(request))
        if (!parsed.success) {
          return sendJson(response, { error: 'mode is one of ok, fault, timeout, broken; number has 12 digits' }, 400)
        }
        faults.set(parsed.data)
        sendJson(response, parsed.data)
      },
    },
  ]
}

const envelope = (body: string): string =>
  "<?xml version='1.0' encoding='UTF-8'?>" +
  `<S:Envelope xmlns:S="http://schemas.xmlsoap.org/soap/envelope/"><S:Body>${body}</S:Body></S:Envelope>`

const sendFault = (response: ServerResponse, code: string, text: string): void =>
  sendXml(
    response,
    envelope(`<S:Fault>${textElement('faultcode', code)}${textElement('faultstring', text)}</S:Fault>`),
    500,
  )

function sendXml(response: ServerResponse, xml: string, status = 200): void {
  response.writeHead(status, { 'content-type': 'text/xml; charset=utf-8' })
  response.end(xml)
}
