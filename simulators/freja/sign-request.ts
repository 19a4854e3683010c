import { z } from 'zod'
import { listHolders } from '../eid-hub/persons.ts'
import { attributes, type FrejaError, levels, readParameter, readRelyingParty } from './request.ts'
import type { Order } from './transactions.ts'

const Start = z.object({
  userInfoType: z.string(),
  userInfo: z.string(),
  minRegistrationLevel: z.string().default('BASIC'),
  title: z.string().default('Skriv under'),
  pushNotification: z.object({ title: z.string().max(256), text: z.string().max(256) }).optional(),
  /** Milliseconds since 1970. */
  expiry: z.number().int().optional(),
  dataToSignType: z.string(),
  dataToSign: z.object({ text: z.string(), binaryData: z.string().default('') }),
  signatureType: z.string(),
  attributesToReturn: z.array(z.object({ attribute: z.string() })).default([]),
})

/** The error that a part of the wrong form is answered with, by the part. */
const malformed: Readonly<Record<string, number>> = {
  dataToSignType: 3000,
  dataToSign: 3001,
  signatureType: 3002,
  expiry: 3003,
  pushNotification: 3004,
  title: 3007,
}

const SsnUserInfo = z.object({ country: z.literal('SE'), ssn: z.string() })

/** Characters of the longest text and title. */
const longestText = 4096
const longestTitle = 128

/** Milliseconds between now and the earliest and the latest end that a signature can be given. */
const shortest = 120_000
const longest = 30 * 86_400_000

/** Reads the start of a signature. Only those are understood that name a person by their Swedish number, and sign more than is shown. */
export function readSignStart(body: string, now: number): Order | FrejaError {
  const read = readParameter(body, 'initSignRequest')
  if ('error' in read) return read
  const start = Start.safeParse(read.json)
  if (!start.success) return { error: malformed[String(start.error.issues[0]?.path[0])] ?? 1000 }
  const { userInfoType, userInfo, minRegistrationLevel, title, expiry, dataToSign } = start.data
  if (userInfoType !== 'SSN') return { error: 1001 }
  const number = readNumber(userInfo)
  if (number === undefined) return { error: 1002 }
  if (!levels.includes(minRegistrationLevel)) return { error: 1007 }
  const asked = start.data.attributesToReturn.map(({ attribute }) => attribute)
  if (!asked.every((attribute) => attributes.includes(attribute))) return { error: 3005 }
  if (start.data.dataToSignType !== 'EXTENDED_UTF8_TEXT') return { error: 3000 }
  const text = readText(dataToSign.text)
  if (!text || text.length > longestText || !isBase64(dataToSign.binaryData)) return { error: 3001 }
  if (start.data.signatureType !== 'EXTENDED') return { error: 3002 }
  const timeToApprove = expiry === undefined ? shortest : expiry - now
  if (timeToApprove < shortest || timeToApprove > longest) return { error: 3003 }
  if (title.length > longestTitle) return { error: 3007 }
  const signer = listHolders('swedish').find(({ identity }) => 'number' in identity && identity.number === number)
  if (!signer) return { error: 1012 }
  return {
    attributes: asked,
    minRegistrationLevel,
    relyingPartyId: readRelyingParty(body),
    timeToApprove,
    toSign: { signer, userInfo, title, text, binaryData: dataToSign.binaryData },
  }
}

function readNumber(userInfo: string): string | undefined {
  try {
    return SsnUserInfo.parse(JSON.parse(Buffer.from(userInfo, 'base64').toString('utf8'))).ssn
  } catch {
    return undefined
  }
}

const isBase64 = (text: string): boolean => z.base64().safeParse(text).success

const readText = (base64: string): string | undefined =>
  isBase64(base64) ? Buffer.from(base64, 'base64').toString('utf8') : undefined
