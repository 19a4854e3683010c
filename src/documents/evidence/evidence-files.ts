import { Evidence, type SignedText } from '../../signing/public.ts'

/** Files by their names. */
export type Files = ReadonlyMap<string, Uint8Array>

/** A signature with all that it takes to verify it. */
export type KeptEvidence = {
  readonly text: SignedText
  readonly evidence: Evidence
  /** Certificates (PEM) or keys (JWKS) that it was verified by when it came. */
  readonly trusted: string
}

/** How the files of a signature are called. What an issuer said lies as it came, for other programs to read. */
const names = {
  text: 'text.txt',
  manifest: 'manifest.json',
  about: 'evidence.json',
  certificates: 'betrodda.pem',
  keys: 'betrodda.json',
} as const

/** Which part of evidence is a file of its own, and whether it is bytes (base64) or text. */
const parts = {
  bankid: { signature: ['underskrift.xml', 'base64'], ocspResponse: ['ocsp.der', 'base64'] },
  freja: { details: ['underskrift.jws', 'utf8'], certificate: ['certifikat.pem', 'utf8'] },
  authentication: { answer: ['legitimering.txt', 'utf8'] },
} as const satisfies Readonly<Record<Evidence['kind'], Readonly<Record<string, readonly [string, 'base64' | 'utf8']>>>>

/** Writes a signature as files: each part of its evidence once, byte for byte. */
export function writeEvidence({ text, evidence, trusted }: KeptEvidence): Files {
  const files = new Map<string, Uint8Array>([
    [names.text, Buffer.from(text.visible)],
    [names.manifest, Buffer.from(text.manifest)],
    [isPem(trusted) ? names.certificates : names.keys, Buffer.from(trusted)],
  ])
  const about: Record<string, unknown> = { format: text.format }
  const own: Readonly<Record<string, readonly [string, 'base64' | 'utf8']>> = parts[evidence.kind]
  for (const [part, value] of Object.entries(evidence)) {
    const file = own[part]
    if (file) files.set(file[0], Buffer.from(String(value), file[1]))
    else about[part] = value
  }
  return files.set(names.about, Buffer.from(`${JSON.stringify(about, null, 2)}\n`))
}

/** Reads a signature from its files; undefined where one is missing or isn't what it should be. */
export function readEvidence(files: Files): KeptEvidence | undefined {
  const read = (name: string, encoding: 'base64' | 'utf8' = 'utf8') => {
    const bytes = files.get(name)
    return bytes && Buffer.from(bytes).toString(encoding)
  }
  const trusted = read(names.certificates) ?? read(names.keys)
  const [visible, manifest] = [read(names.text), read(names.manifest)]
  try {
    const { format, ...about } = JSON.parse(read(names.about) ?? '')
    const kind = Evidence.options.find(({ shape }) => shape.kind.value === about.kind)?.shape.kind.value
    if (!kind || trusted === undefined || !visible || !manifest) return undefined
    const own = Object.entries(parts[kind]).map(([part, [name, encoding]]) => [part, read(name, encoding)])
    const evidence = Evidence.parse({ ...about, ...Object.fromEntries(own) })
    return isFormat(format) ? { text: { visible, format, manifest }, evidence, trusted } : undefined
  } catch {
    return undefined
  }
}

/** The names of all files that a signature has beside `svar.json`. */
export const evidenceNames = (kept: KeptEvidence): ReadonlySet<string> => new Set(writeEvidence(kept).keys())

/** The issuer's own words, byte for byte: of them the copy of what was sent in tells the checksum. Nobody guesses them from it, since they hold a signature. */
export function issuersWords(evidence: Evidence): Buffer {
  switch (evidence.kind) {
    case 'bankid':
      return Buffer.from(evidence.signature, 'base64')
    case 'freja':
      return Buffer.from(evidence.details)
    case 'authentication':
      return Buffer.from(evidence.answer)
  }
}

const isPem = (trusted: string): boolean => trusted.includes('-----BEGIN')

const isFormat = (format: unknown): format is SignedText['format'] =>
  format === 'plain' || format === 'simpleMarkdownV1'
