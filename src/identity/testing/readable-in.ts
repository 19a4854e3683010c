import { inflateRawSync } from 'node:zlib'

/** How many wrappings are opened, one in another: a text is in Base64, in XML, deflated, in Base64, in a query. */
const deepest = 6

/** A run of Base64 that is long enough to hold a word. */
const encoded = /[A-Za-z0-9+/_-]{8,}/g

/**
 * All that somebody can read who finds an address in a history or a log without having any key: the address as it is, and whatever is in it by percent signs,
 * Base64 and DEFLATE, one in another.
 */
export function readableIn(address: URL): readonly string[] {
  const seen = new Set<string>()
  const open = (text: string, depth: number): void => {
    if (depth > deepest || seen.has(text)) return
    seen.add(text)
    for (const inner of innerOf(text)) open(inner, depth + 1)
  }
  open(address.href, 0)
  return [...seen]
}

const innerOf = (text: string): readonly string[] => [
  ...unescaped(text),
  ...(text.match(encoded) ?? []).flatMap((run) => {
    const bytes = Buffer.from(run, 'base64')
    const plain = bytes.toString('utf8')
    return [...inflated(bytes), ...(plain.includes('\uFFFD') ? [] : [plain])]
  }),
]

function unescaped(text: string): readonly string[] {
  try {
    const plain = decodeURIComponent(text)
    return plain === text ? [] : [plain]
  } catch {
    return []
  }
}

function inflated(bytes: Uint8Array): readonly string[] {
  try {
    return [inflateRawSync(bytes).toString('utf8')]
  } catch {
    return []
  }
}
