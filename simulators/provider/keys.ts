import { randomBytes } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { exportJWK, generateKeyPair } from 'jose'
import { z } from 'zod'

const SigningKey = z.looseObject({ kty: z.string(), kid: z.string(), d: z.string() })
const Keys = z.object({
  cookieSecret: z.string().min(43),
  signing: z.object({ hub: SigningKey, exempelkoping: SigningKey, nordby: SigningKey }),
})

/** The private keys of the simulators' providers (JWK, RS256), and the secret that signs their cookies. */
export type ProviderKeys = z.infer<typeof Keys>

async function generateSigningKey(kid: string): Promise<z.infer<typeof SigningKey>> {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true })
  return SigningKey.parse({ ...(await exportJWK(privateKey)), kid, alg: 'RS256', use: 'sig' })
}

async function generateKeys(): Promise<ProviderKeys> {
  const [hub, exempelkoping, nordby] = await Promise.all([
    generateSigningKey('hub-1'),
    generateSigningKey('exempelkoping-1'),
    generateSigningKey('nordby-1'),
  ])
  return { cookieSecret: randomBytes(32).toString('base64url'), signing: { hub, exempelkoping, nordby } }
}

async function readIfPresent(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}

/** The keys kept in `file`, made at the first start; kept so that a restart invalidates no token. */
export async function loadKeys(file: string): Promise<ProviderKeys> {
  const kept = await readIfPresent(file)
  if (kept !== undefined) return Keys.parse(JSON.parse(kept))
  const keys = await generateKeys()
  await mkdir(dirname(file), { recursive: true })
  await writeFile(`${file}.new`, JSON.stringify(keys), { mode: 0o600 })
  await rename(`${file}.new`, file)
  return keys
}
