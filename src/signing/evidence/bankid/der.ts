/** One element of DER: its identifier, what it holds, and all of its bytes. */
export type DerElement = { readonly tag: number; readonly content: Buffer; readonly raw: Buffer }

/**
 * The elements that lie one after the other in bytes of DER: undefined where a length isn't written as short as it can be (X.690 §10.1), or
 * anything is left over. So no byte around what is signed can be another than it is.
 */
export function readDer(bytes: Buffer): readonly DerElement[] | undefined {
  const found: DerElement[] = []
  for (let at = 0; at < bytes.length; ) {
    const header = readHeader(bytes, at)
    if (!header) return undefined
    const { tag, from, until } = header
    found.push({ tag, content: bytes.subarray(from, until), raw: bytes.subarray(at, until) })
    at = until
  }
  return found
}

/** Reads exactly the elements of these identifiers, in this order. */
export function readExactly(bytes: Buffer, tags: readonly number[]): readonly DerElement[] | undefined {
  const found = readDer(bytes)
  const isSo = found?.length === tags.length && found.every(({ tag }, index) => tag === tags[index])
  return isSo ? found : undefined
}

/** Bytes that a length may take: four gigabytes are enough. */
const longestLength = 4

function readHeader(bytes: Buffer, at: number) {
  const [tag, first] = [bytes[at], bytes[at + 1]]
  // Identifiers of several bytes stand nowhere in certificates or OCSP responses.
  if (tag === undefined || first === undefined || (tag & 0x1f) === 0x1f) return undefined
  const long = first < 0x80 ? 0 : first & 0x7f
  const from = at + 2 + long
  if (first === 0x80 || long > longestLength || from > bytes.length) return undefined
  const length = long === 0 ? first : bytes.readUIntBE(at + 2, long)
  if (long > 0 && (length < 0x80 || bytes[at + 2] === 0)) return undefined
  return from + length > bytes.length ? undefined : { tag, from, until: from + length }
}
