import { randomBytes } from 'node:crypto'
import type { Pair } from './answers.ts'

export type Upload = { readonly field: string; readonly name: string; readonly bytes: Uint8Array }

/** A multipart body as browsers write it (RFC 7578). */
export function multipart(
  pairs: readonly Pair[],
  uploads: readonly Upload[],
): { readonly contentType: string; readonly body: Uint8Array } {
  const boundary = `----handslag${randomBytes(12).toString('hex')}`
  const parts = [
    ...pairs.map(([name, value]) => Buffer.from(`--${boundary}\r\n${disposition(name)}\r\n\r\n${value}\r\n`)),
    ...uploads.flatMap(({ field, name, bytes }) => [
      Buffer.from(
        `--${boundary}\r\n${disposition(field)}; filename="${name}"\r\nContent-Type: application/octet-stream\r\n\r\n`,
      ),
      bytes,
      Buffer.from('\r\n'),
    ]),
    Buffer.from(`--${boundary}--\r\n`),
  ]
  return { contentType: `multipart/form-data; boundary=${boundary}`, body: Buffer.concat(parts) }
}

const disposition = (name: string): string => `Content-Disposition: form-data; name="${name}"`
