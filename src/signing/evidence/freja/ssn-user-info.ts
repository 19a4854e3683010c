import { z } from 'zod'

const SsnUserInfo = z.object({ country: z.literal('SE'), ssn: z.string() })

/** A person as Freja is told of them by their Swedish number (`userInfoType` `SSN`): Base64 of JSON. */
export const ssnUserInfo = (number: string): string =>
  Buffer.from(JSON.stringify({ country: 'SE', ssn: number })).toString('base64')

/** The Swedish number that it says; undefined for anything else. */
export function numberOf(userInfo: string): string | undefined {
  try {
    return SsnUserInfo.parse(JSON.parse(Buffer.from(userInfo, 'base64').toString('utf8'))).ssn
  } catch {
    return undefined
  }
}
