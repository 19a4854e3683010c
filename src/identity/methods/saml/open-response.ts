import { failed, ok, type Result } from '../../../platform/result.ts'
import type { SamlRefusal } from './refusal.ts'
import { allBelow, childrenOf, isNamed, readXml } from './xml.ts'

/** Characters of an encoded answer; one with a person's attributes and signatures of several kinds has about 30 000. */
const longestAnswer = 512 * 1024

/** An answer that can be read, of which nothing is verified. */
export type OpenedResponse = { readonly text: string; readonly root: Element }

/**
 * Reads an answer as it came in the field `SAMLResponse`. Refused is whatever has more than one place where an answer or an assertion could be read: there
 * is nothing to choose between when only one is left.
 */
export function openResponse(encoded: string | null): Result<OpenedResponse, SamlRefusal> {
  const text = encoded === null ? undefined : decode(encoded)
  if (text === undefined) return failed('saml-malformed')
  const read = readXml(text)
  if (!read.ok) return read
  const root = read.value
  if (!isNamed(root, 'protocol', 'Response')) return failed('saml-malformed')

  const encrypted = allBelow(root, 'assertion', 'EncryptedAssertion')
  const plain = allBelow(root, 'assertion', 'Assertion')
  const own =
    childrenOf(root, 'assertion', 'EncryptedAssertion').length + childrenOf(root, 'assertion', 'Assertion').length
  if (
    allBelow(root, 'protocol', 'Response').length > 0 ||
    encrypted.length + plain.length > 1 ||
    encrypted.length + plain.length !== own
  ) {
    return failed('saml-wrapped')
  }
  return ok({ text, root })
}

function decode(encoded: string): string | undefined {
  if (encoded.length > longestAnswer || !/^[A-Za-z0-9+/=\s]+$/.test(encoded)) return undefined
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(encoded, 'base64'))
  } catch {
    return undefined
  }
}
