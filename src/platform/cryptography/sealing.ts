import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes } from 'node:crypto'
import { deflateSync, inflateSync } from 'node:zlib'

/** Bytes of a key for AES-256. */
export const keyLength = 32
const nonceLength = 12
const tagLength = 16
const version = 1

/** A new random key. */
export const newKey = (): Uint8Array => randomBytes(keyLength)

export const sha256 = (data: string | Uint8Array): Buffer => createHash('sha256').update(data).digest()

/** HMAC-SHA-256: finds equal values without keeping them readable. */
export const hmac = (key: Uint8Array, data: string): Buffer => createHmac('sha256', key).update(data).digest()

/**
 * Encrypts with AES-256-GCM. `bound` names the row that the cipher text belongs to; it can't be opened anywhere else.
 * Layout: version (1 byte), nonce (12), cipher text, tag (16).
 */
export function seal(key: Uint8Array, plain: Uint8Array, bound: string): Buffer {
  const nonce = randomBytes(nonceLength)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  cipher.setAAD(Buffer.from(bound))
  return Buffer.concat([Buffer.of(version), nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()])
}

/** Opens what `seal` made. Throws when the key, the row or a single bit is another. */
export function open(key: Uint8Array, sealed: Uint8Array, bound: string): Buffer {
  if (sealed[0] !== version) throw new Error('Sealed data of an unknown version')
  const body = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength)
  const decipher = createDecipheriv('aes-256-gcm', key, body.subarray(1, 1 + nonceLength))
  decipher.setAAD(Buffer.from(bound))
  decipher.setAuthTag(body.subarray(body.length - tagLength))
  return Buffer.concat([decipher.update(body.subarray(1 + nonceLength, body.length - tagLength)), decipher.final()])
}

/** Bytes from which on a value is packed: a form with hundreds of rows takes a tenth of its room, and of the way to the database and back. */
const packedFrom = 8_192

const pack = (json: Buffer): Uint8Array => (json.length < packedFrom ? json : deflateSync(json, { level: 1 }))

/** Bytes; more than most forms have. */
const unpackedAtOnce = 131_072

/** What zlib begins with; no JSON does. */
const zlibMark = 0x78

const unpack = (bytes: Buffer): Buffer =>
  bytes[0] === zlibMark ? inflateSync(bytes, { chunkSize: unpackedAtOnce }) : bytes

/** Encrypts a value as JSON. */
export const sealJson = (key: Uint8Array, value: unknown, bound: string): Buffer =>
  seal(key, pack(Buffer.from(JSON.stringify(value))), bound)

/** Opens a value sealed as JSON; the caller parses it by its schema. */
export const openJson = (key: Uint8Array, sealed: Uint8Array, bound: string): unknown =>
  JSON.parse(unpack(open(key, sealed, bound)).toString('utf8'))
