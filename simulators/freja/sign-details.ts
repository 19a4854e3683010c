import { CompactSign, importPKCS8 } from 'jose'
import type { KeyPair } from '../authority/make-certificate.ts'
import { embeddedKeyOf } from './embedded-key.ts'
import type { FrejaFaultMode } from './faults.ts'
import { type FrejaSigning, thumbprintOf } from './signing.ts'

const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')

/** A compact JWS as Freja makes it, or one of the ways to make it wrong. */
export async function signDetails(
  details: object,
  mode: FrejaFaultMode,
  { first, second, stray }: FrejaSigning,
): Promise<string> {
  const x5t = thumbprintOf(first)
  if (mode === 'alg-none') return `${encode({ alg: 'none', x5t })}.${encode(details)}.`
  if (mode === 'alg-hs256') {
    const secret = new TextEncoder().encode(first.certificate)
    return await new CompactSign(bytesOf(details)).setProtectedHeader({ alg: 'HS256', x5t }).sign(secret)
  }
  if (mode === 'tampered') {
    const [header, , signature] = (await signWith(first, { x5t }, details)).split('.')
    return [header, encode({ ...details, userInfo: 'somebody' }), signature].join('.')
  }
  if (mode === 'wrong-key') return await signWith(stray, { x5t }, details)
  if (mode === 'embedded-key') return await signWith(stray, { x5t, ...embeddedKeyOf(stray) }, details)
  if (mode === 'unknown-certificate') return await signWith(stray, { x5t: thumbprintOf(stray) }, details)
  if (mode === 'second-certificate') return await signWith(second, { x5t: thumbprintOf(second) }, details)
  return await signWith(first, { x5t }, details)
}

const signWith = async (pair: KeyPair, header: object, details: object): Promise<string> =>
  await new CompactSign(bytesOf(details))
    .setProtectedHeader({ alg: 'RS256', ...header })
    .sign(await importPKCS8(pair.key, 'RS256'))

const bytesOf = (details: object): Uint8Array => new TextEncoder().encode(JSON.stringify(details))
