import { createHash, X509Certificate } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Authority } from '../authority/authority.ts'
import type { KeyPair } from '../authority/make-certificate.ts'

/** What Freja signs with: two certificates, so that one can follow upon the other, and a third that nobody has been told of. `app` is the persons' own. */
export type FrejaSigning = {
  readonly first: KeyPair
  readonly second: KeyPair
  readonly stray: KeyPair
  readonly app: KeyPair
}

/** Makes or finds the keys, and writes both certificates to `signing.pem` in the folder, as Freja publishes them. */
export async function openFrejaSigning(authority: Authority, folder: string): Promise<FrejaSigning> {
  const issue = (name: string) =>
    authority.issue({ commonName: `Freja Simulator Signing ${name}`, organisation: 'Freja, simulator', use: 'signing' })
  const signing = {
    first: await issue('1'),
    second: await issue('2'),
    stray: await issue('stray'),
    app: await issue('app'),
  }
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await writeFile(join(folder, 'signing.pem'), signing.first.certificate + signing.second.certificate)
  return signing
}

/** The certificate's name in a header (RFC 7515 §4.1.7). */
export const thumbprintOf = ({ certificate }: KeyPair): string =>
  createHash('sha1').update(new X509Certificate(certificate).raw).digest('base64url')
