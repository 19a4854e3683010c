import { CompactSign, importPKCS8 } from 'jose'
import type { FrejaFaultMode } from './faults.ts'
import { type FrejaSigning, thumbprintOf } from './signing.ts'
import type { ToSign } from './transactions.ts'

const base64 = (text: string): string => Buffer.from(text).toString('base64')
const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')

/** What the person's app has signed, as a compact JWS by a key that Freja alone knows whose it is, or one of the ways to make it wrong. */
export async function userSignatureOf(toSign: ToSign, mode: FrejaFaultMode, { app }: FrejaSigning): Promise<string> {
  if (mode === 'not-user-signature') return 'signed'
  const payload = {
    text: base64(mode === 'other-text' ? `${toSign.text} ` : toSign.text),
    binaryData: mode === 'other-binary-data' ? base64('another manifest') : toSign.binaryData,
  }
  const kid = thumbprintOf(app)
  if (mode === 'not-by-user') return `${encode({ alg: 'none', kid })}.${encode(payload)}.`
  return await new CompactSign(new TextEncoder().encode(JSON.stringify(payload)))
    .setProtectedHeader({ alg: 'RS256', kid })
    .sign(await importPKCS8(app.key, 'RS256'))
}
