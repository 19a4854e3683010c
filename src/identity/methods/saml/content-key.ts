import { createDecipheriv } from 'node:crypto'
import { decryptKeyInfo } from 'xml-encryption'
import { attributeOf, textOf } from '../../../platform/xml/elements.ts'
import type { SamlKey } from './keys.ts'
import { allBelow, onlyChild } from './xml.ts'

/** Names of the ciphers, and bytes of what stands before the cipher text. */
const ciphers: Readonly<Record<string, { readonly name: string; readonly start: number }>> = {
  'http://www.w3.org/2009/xmlenc11#aes256-gcm': { name: 'aes-256-gcm', start: 12 },
  'http://www.w3.org/2009/xmlenc11#aes128-gcm': { name: 'aes-128-gcm', start: 12 },
  'http://www.w3.org/2001/04/xmlenc#aes256-cbc': { name: 'aes-256-cbc', start: 16 },
  'http://www.w3.org/2001/04/xmlenc#aes128-cbc': { name: 'aes-128-cbc', start: 16 },
}

/** Bytes of the tag that ends a text encrypted by GCM. */
const tagLength = 16

/**
 * The key (AES) that a response's assertion is encrypted with. Whoever has it can read this one assertion, and nothing else of ours: so it can be kept with
 * the response, whose signature covers the cipher text. Undefined when none of our keys fits.
 */
export function contentKeyOf(response: Element, keys: readonly SamlKey[]): Buffer | undefined {
  const [data] = allBelow(response, 'encryption', 'EncryptedData')
  for (const { key } of data ? keys : []) {
    try {
      return Buffer.from(decryptKeyInfo(String(data), { key }))
    } catch {
      // Another key may fit, while they are changed.
    }
  }
  return undefined
}

/** Decrypts the one assertion of a response; undefined when the key isn't its. */
export function decryptWith(response: Element, key: Uint8Array): string | undefined {
  const [data] = allBelow(response, 'encryption', 'EncryptedData')
  const cipher = ciphers[attributeOf(onlyChild(data, 'encryption', 'EncryptionMethod'), 'Algorithm') ?? '']
  const value = textOf(onlyChild(onlyChild(data, 'encryption', 'CipherData'), 'encryption', 'CipherValue'))
  if (!cipher || !value) return undefined
  try {
    const bytes = Buffer.from(value, 'base64')
    return cipher.name.endsWith('gcm') ? openGcm(cipher, key, bytes) : openCbc(cipher, key, bytes)
  } catch {
    return undefined
  }
}

type Cipher = { readonly name: string; readonly start: number }

function openGcm({ name, start }: Cipher, key: Uint8Array, bytes: Buffer): string {
  const decipher = createDecipheriv(name === 'aes-256-gcm' ? name : 'aes-128-gcm', key, bytes.subarray(0, start))
  decipher.setAuthTag(bytes.subarray(-tagLength))
  return Buffer.concat([decipher.update(bytes.subarray(start, -tagLength)), decipher.final()]).toString('utf8')
}

/** XML's padding is any bytes, the last of which says how many (XML Encryption, 5.2). */
function openCbc({ name, start }: Cipher, key: Uint8Array, bytes: Buffer): string {
  const decipher = createDecipheriv(name, key, bytes.subarray(0, start)).setAutoPadding(false)
  const padded = Buffer.concat([decipher.update(bytes.subarray(start)), decipher.final()])
  return padded.subarray(0, -(padded.at(-1) ?? 0)).toString('utf8')
}
