import { X509Certificate } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { Use } from './extensions.ts'
import { type KeyPair, makeCertificate, type Subject } from './make-certificate.ts'

/** An authority that nobody but the simulators and their callers trusts. */
export type Authority = {
  /** Its own certificate, PEM. */
  readonly certificate: string
  /**
   * Issues a certificate, or gives the one that it issued under this name (for a person under the number) for this use before. What signs documents is RSA 2048
   * unless told, others P-256.
   */
  readonly issue: (subject: Subject & { readonly use: Exclude<Use, 'authority'> }) => Promise<KeyPair>
  /** Another authority below this one, made or found by its name. */
  readonly delegate: (subject: Omit<Subject, 'use'>) => Promise<Authority>
}

const KeptPair = z.object({ certificate: z.string(), key: z.string(), hosts: z.array(z.string()) })

/** Days before its end at which a certificate is made anew. */
const margin = 30

/**
 * Opens the authority kept in a folder of its own, and makes it at the first start; it and all that it issued stay the same after a restart. One process at a time.
 */
export async function openAuthority(folder: string): Promise<Authority> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const root = await keptOrMade(join(folder, 'authority.json'), {
    commonName: 'Handslag Simulator Root CA',
    organisation: 'Handslag, simulatorer',
    use: 'authority',
  })
  return authorityOf(folder, root)
}

const authorityOf = (folder: string, own: KeyPair): Authority => ({
  certificate: own.certificate,
  issue: (subject) => keptOrMade(join(folder, fileOf(subject)), subject, own),
  delegate: async (subject) => {
    const below = join(folder, plain(subject.commonName))
    await mkdir(below, { recursive: true, mode: 0o700 })
    return authorityOf(below, await keptOrMade(join(below, 'authority.json'), { ...subject, use: 'authority' }, own))
  },
})

const fileOf = ({ use, person, commonName, key, until }: Subject): string =>
  [until && 'expired', use, key, plain(person?.number ?? commonName)].filter(Boolean).join('-').concat('.json')

const plain = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]+/g, '-')

async function keptOrMade(file: string, subject: Subject, issuer?: KeyPair): Promise<KeyPair> {
  const kept = await readKept(file)
  if (kept && isGood(kept, subject, issuer)) return { certificate: kept.certificate, key: kept.key }
  const pair = await makeCertificate(subject, issuer)
  await writeFile(`${file}.new`, JSON.stringify({ ...pair, hosts: subject.hosts ?? [] }), { mode: 0o600 })
  await rename(`${file}.new`, file)
  return pair
}

async function readKept(file: string): Promise<z.infer<typeof KeptPair> | undefined> {
  try {
    return KeptPair.parse(JSON.parse(await readFile(file, 'utf8')))
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}

/** Still valid, for the same hosts, and signed by the authority as it is now. */
function isGood(kept: z.infer<typeof KeptPair>, subject: Subject, issuer: KeyPair | undefined): boolean {
  const certificate = new X509Certificate(kept.certificate)
  const signer = issuer ? new X509Certificate(issuer.certificate) : certificate
  return (
    (subject.until !== undefined || certificate.validToDate.getTime() > Date.now() + margin * 86_400_000) &&
    kept.hosts.join() === (subject.hosts ?? []).join() &&
    certificate.verify(signer.publicKey)
  )
}
