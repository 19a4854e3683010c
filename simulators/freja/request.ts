import { z } from 'zod'
import type { Order } from './transactions.ts'

/** Freja's error, by the number in its list. */
export type FrejaError = { readonly error: number }

const Start = z.object({
  userInfoType: z.string(),
  userInfo: z.string(),
  minRegistrationLevel: z.string().default('BASIC'),
  attributesToReturn: z.array(z.object({ attribute: z.string() })).default([]),
})

/** Attributes of a person that can be asked for. */
export const attributes = ['BASIC_USER_INFO', 'SSN', 'DATE_OF_BIRTH', 'REGISTRATION_LEVEL', 'LOA_LEVEL']
/** How sure Freja is of a person, in rising order. */
export const levels = ['BASIC', 'EXTENDED', 'PLUS']

/** Reads the start of an authentication. Only those are understood in which the app tells who it is. */
export function readStart(body: string): Order | FrejaError {
  const read = readParameter(body, 'initAuthRequest')
  if ('error' in read) return read
  const start = Start.safeParse(read.json)
  if (!start.success) return { error: 1000 }
  const { userInfoType, userInfo, minRegistrationLevel, attributesToReturn } = start.data
  if (userInfoType !== 'INFERRED') return { error: 1001 }
  if (userInfo !== 'N/A') return { error: 1002 }
  if (!levels.includes(minRegistrationLevel)) return { error: 1007 }
  const asked = attributesToReturn.map(({ attribute }) => attribute)
  if (!asked.every((attribute) => attributes.includes(attribute))) return { error: 2002 }
  return {
    attributes: asked,
    minRegistrationLevel,
    relyingPartyId: readRelyingParty(body),
    timeToApprove: 120_000,
    toSign: undefined,
  }
}

/** Which of an integrator's relying parties asks, if it says so. */
export const readRelyingParty = (body: string): string | undefined => parameters(body).get('relyingPartyId')

/** Reads which transaction a request is about; `name` is what its reference is called. */
export function readReference(
  body: string,
  { parameter, name }: { readonly parameter: string; readonly name: 'authRef' | 'signRef' },
): { readonly reference: string } | FrejaError {
  const read = readParameter(body, parameter)
  if ('error' in read) return read
  const about = z.object({ [name]: z.string() }).safeParse(read.json)
  const reference = about.success ? about.data[name] : undefined
  return reference === undefined ? { error: 1000 } : { reference }
}

/** `name=value&name=value`, not encoded further: Base64 has signs that a form would mean something else by. */
const parameters = (body: string): ReadonlyMap<string, string> =>
  new Map(
    body.split('&').map((part) => {
      const at = part.indexOf('=')
      return [part.slice(0, at), part.slice(at + 1)]
    }),
  )

/** Reads the JSON that a request carries as Base64 under a name. */
export function readParameter(body: string, name: string): { readonly json: unknown } | FrejaError {
  const value = parameters(body).get(name)
  if (value === undefined) return { error: 1000 }
  try {
    return { json: JSON.parse(Buffer.from(value, 'base64').toString('utf8')) }
  } catch {
    return { error: 1010 }
  }
}
