import type { IncomingMessage } from 'node:http'

// Bytes. The simulators' forms have a handful of short fields.
const usualLimit = 64 * 1024

/** Reads a body of text (UTF-8); throws when it is longer than 64 KiB, or as many bytes as are told. */
export async function readText(request: IncomingMessage, longest = usualLimit): Promise<string> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk)
    length += bytes.length
    if (length > longest) throw new Error(`a body of more than ${longest} bytes`)
    chunks.push(bytes)
  }
  return Buffer.concat(chunks).toString('utf8')
}

/** Reads a form that a browser posted; throws when it is longer than 64 KiB. */
export async function readForm(request: IncomingMessage): Promise<URLSearchParams> {
  return new URLSearchParams(await readText(request))
}

/** Reads a JSON body, undefined when it isn't JSON; throws when it is longer than 64 KiB, or as many bytes as are told. */
export async function readJson(request: IncomingMessage, longest = usualLimit): Promise<unknown> {
  const text = await readText(request, longest)
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
