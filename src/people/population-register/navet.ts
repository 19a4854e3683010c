import type { Log } from '../../platform/log.ts'
import { isFault, readNavetAnswer } from './navet-answer.ts'
import type { PopulationRegister } from './population-register.ts'

/** Milliseconds that a look-up may take: a person waits for it. */
const longestWait = 3_000

/** Bytes of the longest answer that is read; a person's post has some thousand. */
const longestAnswer = 1024 * 1024

export type NavetOptions = {
  /** Address of `personpostXML`. */
  readonly address: string
  /** The municipality's organisation number, twelve digits, and its order (BestallningsId): they say what it may see. */
  readonly organisationNumber: string
  readonly orderId: string
  /** The day in the municipality, `YYYY-MM-DD`. */
  readonly today: () => string
  readonly log: Log
  /** Milliseconds instead of three seconds. */
  readonly wait?: number
}

/**
 * Navet's `personpostXML` (SOAP 1.1) at the Swedish Tax Agency. The number goes in the message and nowhere else; nothing of an answer is
 * logged, since even a fault's words can hold it.
 */
export function navetRegister(options: NavetOptions): PopulationRegister {
  const { log, today, wait = longestWait } = options
  return {
    async lookUp(number) {
      let reason = 'unreachable'
      try {
        const response = await fetch(options.address, {
          method: 'POST',
          headers: { 'content-type': 'text/xml' },
          body: requestFor(options, number),
          redirect: 'error',
          signal: AbortSignal.timeout(wait),
        })
        reason = `status ${response.status}`
        const xml = await readBody(response)
        reason = response.ok ? 'not understood' : reason
        if (response.ok && !isFault(xml)) return readNavetAnswer(xml, number, today())
        if (isFault(xml)) reason = 'fault'
      } catch (error) {
        if (error instanceof DOMException && error.name === 'TimeoutError') reason = 'timeout'
      }
      log.warn({ code: 'population-register-unavailable', reason }, 'the population register gave no answer')
      return { kind: 'unavailable' }
    },
  }
}

const requestFor = ({ organisationNumber, orderId }: NavetOptions, number: string): string => {
  if (!/^\d{12}$/.test(number)) throw new Error('Not an identity number of twelve digits')
  return `<?xml version="1.0" encoding="UTF-8"?>
<soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/"
  xmlns:v1="http://xmls.skatteverket.se/se/skatteverket/folkbokforing/na/epersondata/V1">
  <soapenv:Header/><soapenv:Body><v1:PersonpostRequest>
    <v1:Bestallning><v1:OrgNr>${organisationNumber}</v1:OrgNr><v1:BestallningsId>${orderId}</v1:BestallningsId></v1:Bestallning>
    <v1:PersonId>${number}</v1:PersonId>
  </v1:PersonpostRequest></soapenv:Body></soapenv:Envelope>`
}

async function readBody(response: Response): Promise<string> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of response.body ?? []) {
    length += chunk.length
    if (length > longestAnswer) throw new Error('The answer is too long')
    chunks.push(chunk)
  }
  // Bytes that are no UTF-8 throw: a name must not come in garbled.
  return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks))
}
