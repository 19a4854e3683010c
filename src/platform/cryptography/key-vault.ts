import { hkdfSync, randomBytes } from 'node:crypto'
import { chmod, link, readFile, unlink, writeFile } from 'node:fs/promises'
import { keyLength, newKey, open, seal } from './sealing.ts'

/** What a municipality's key is used for; each use has a key of its own. */
export type KeyUse = 'wrap' | 'find' | 'login'

/**
 * Keeps the installation's key, gives each municipality its own, and wraps the keys of drafts and files.
 * A key management service can stand behind it: keys of drafts and files go in and out, the municipality's stay.
 */
export type KeyVault = {
  /** The municipality's key for HMACs (`find`) and short-lived secrets (`login`). */
  readonly tenantKey: (tenant: string, use: KeyUse) => Uint8Array
  /** Encrypts a key under the municipality's; `bound` names the row that it belongs to. */
  readonly wrap: (tenant: string, key: Uint8Array, bound: string) => Buffer
  readonly unwrap: (tenant: string, wrapped: Uint8Array, bound: string) => Buffer
  /** A key for the installation itself, such as the one that signs as a client of identity providers. */
  readonly installationKey: (use: string) => Uint8Array
}

/** A vault above one installation key of 32 bytes. */
export function keyVault(installationKey: Uint8Array): KeyVault {
  const derive = (purpose: string) => Buffer.from(hkdfSync('sha256', installationKey, 'handslag', purpose, keyLength))
  const known = new Map<string, Uint8Array>()
  const tenantKey = (tenant: string, use: KeyUse): Uint8Array => {
    const name = `tenant ${tenant} ${use}`
    const key = known.get(name) ?? derive(name)
    known.set(name, key)
    return key
  }
  return {
    tenantKey,
    wrap: (tenant, key, bound) => seal(tenantKey(tenant, 'wrap'), key, bound),
    unwrap: (tenant, wrapped, bound) => open(tenantKey(tenant, 'wrap'), wrapped, bound),
    installationKey: (use) => derive(`installation ${use}`),
  }
}

/** Reads the installation key from its file (base64url), making it at the first start: several processes agree on one. */
export async function readKeyFile(path: string): Promise<Uint8Array> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
  if (text === undefined) {
    const own = `${path}.${randomBytes(6).toString('hex')}`
    await writeFile(own, `${Buffer.from(newKey()).toString('base64url')}\n`, { mode: 0o600 })
    await chmod(own, 0o600)
    await link(own, path).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error
    })
    await unlink(own)
    return await readKeyFile(path)
  }
  const key = Buffer.from(text.trim(), 'base64url')
  if (key.length !== keyLength) throw new Error(`${path} does not hold a key of ${keyLength} bytes in base64url`)
  return key
}
