/** The bytes that a text in base64 stands for; undefined for what is written in any other way than the one (RFC 4648 §4) that gives it back. */
export function bytesIn(base64: string): Buffer | undefined {
  const bytes = Buffer.from(base64, 'base64')
  return bytes.toString('base64') === base64 ? bytes : undefined
}
