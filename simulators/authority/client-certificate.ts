import { mkdir, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Authority } from './authority.ts'

/** Writes what a client of one partner needs into a folder named after the partner: `client.pem`, `client.key`, `authority.pem`. */
export async function writeClientCertificate(folder: string, authority: Authority): Promise<void> {
  const { certificate, key } = await authority.issue({
    commonName: `Handslag ${basename(folder)}`,
    organisation: 'Region Exempel',
    use: 'client',
  })
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await writeFile(join(folder, 'client.pem'), certificate)
  await writeFile(join(folder, 'client.key'), key, { mode: 0o600 })
  await writeFile(join(folder, 'authority.pem'), authority.certificate)
}
