import { XMLParser } from 'fast-xml-parser'
import { z } from 'zod'

const Envelope = z.object({
  Envelope: z.object({
    Body: z.object({
      PersonpostRequest: z.object({
        Bestallning: z.object({ OrgNr: z.string(), BestallningsId: z.string() }),
        PersonId: z.string(),
      }),
    }),
  }),
})

/** A request for a person's post: by whom (organisation number), by which order, and about whom. */
type PersonPostRequest = {
  readonly organisationNumber: string
  readonly orderId: string
  readonly number: string
}

/** Reads the SOAP message of a request; undefined when it isn't one. */
export function readRequest(xml: string): PersonPostRequest | undefined {
  const parsed = Envelope.safeParse(parse(xml))
  if (!parsed.success) return undefined
  const { Bestallning, PersonId } = parsed.data.Envelope.Body.PersonpostRequest
  return { organisationNumber: Bestallning.OrgNr, orderId: Bestallning.BestallningsId, number: PersonId }
}

function parse(xml: string): unknown {
  try {
    return new XMLParser({ removeNSPrefix: true, ignoreAttributes: true, parseTagValue: false }).parse(xml)
  } catch {
    return undefined
  }
}
