import { createECDH, createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto'
import { sha256 } from './sealing.ts'

/** Order of the group of P-256. */
const order = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n

/** The key that the installation signs with as a client of identity providers, for ES256. */
export type SigningKey = {
  readonly id: string
  readonly privateKey: KeyObject
  readonly publicJwk: Readonly<Record<string, unknown>>
}

/** Makes the signing key from 32 secret bytes, always the same: every process has it, and it needs no place of its own. */
export function signingKey(secret: Uint8Array): SigningKey {
  // Twice 256 bits before the remainder is taken, so that no key is likelier than another (FIPS 186-5, A.2.1).
  const wide = BigInt(
    `0x${Buffer.concat([sha256(Buffer.concat([secret, Buffer.of(1)])), sha256(Buffer.concat([secret, Buffer.of(2)]))]).toString('hex')}`,
  )
  const scalar = Buffer.from(((wide % (order - 1n)) + 1n).toString(16).padStart(64, '0'), 'hex')
  const curve = createECDH('prime256v1')
  curve.setPrivateKey(scalar)
  const point = curve.getPublicKey()
  const jwk = {
    kty: 'EC',
    crv: 'P-256',
    x: point.subarray(1, 33).toString('base64url'),
    y: point.subarray(33).toString('base64url'),
  }
  const privateKey = createPrivateKey({ key: { ...jwk, d: scalar.toString('base64url') }, format: 'jwk' })
  const id = sha256(createPublicKey(privateKey).export({ type: 'spki', format: 'der' }))
    .toString('base64url')
    .slice(0, 16)
  return { id, privateKey, publicJwk: { ...jwk, kid: id, alg: 'ES256', use: 'sig' } }
}
