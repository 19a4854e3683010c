import { sha256 } from '../../platform/cryptography/sealing.ts'

/** Where the checksums of all other files stand. */
export const checksumsName = 'SHA256SUMS'

/** The SHA-256 of bytes, hexadecimal. */
export const checksumOf = (bytes: Uint8Array): string => Buffer.from(sha256(bytes)).toString('hex')

/** Checksums (hexadecimal) by file, as `sha256sum --check` reads them. */
export const writeChecksums = (sums: ReadonlyMap<string, string>): string =>
  [...sums].map(([name, sum]) => `${sum}  ${name}\n`).join('')

/** Reads such a list; undefined when any line isn't of it. */
export function readChecksums(text: string): ReadonlyMap<string, string> | undefined {
  const lines = text.split('\n')
  if (lines.pop() !== '') return undefined
  const found = lines.map((line) => /^(?<sum>[0-9a-f]{64}) {2}(?<name>\S.*)$/u.exec(line)?.groups)
  const sums = new Map(found.flatMap((one) => (one?.name && one.sum ? [[one.name, one.sum] as const] : [])))
  return sums.size === lines.length ? sums : undefined
}
