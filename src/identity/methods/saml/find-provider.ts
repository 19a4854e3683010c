import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { minutes } from '../../../platform/clock.ts'
import type { Context } from '../../../platform/context.ts'
import { splitPem } from '../../../platform/cryptography/pem.ts'
import { failed, type Result } from '../../../platform/result.ts'
import { resolveSimulated, type SamlSettings } from '../../../tenants/public.ts'
import type { FindCertificateFolder } from '../method.ts'
import { type IdentityProvider, readIdentityProvider } from './identity-provider.ts'
import type { SamlRefusal } from './refusal.ts'

/** Finds the provider that a municipality has set, by its metadata. */
export type FindIdentityProvider = (
  ctx: Context,
  settings: Pick<SamlSettings, 'provider' | 'metadata'>,
) => Promise<Result<IdentityProvider, SamlRefusal>>

/** Milliseconds that metadata may take to come. */
const timeout = 10_000

/** Bytes: some hundred providers. Whole federations are larger; they offer each member's metadata alone. */
const longest = 2 * 1024 * 1024

/** How long metadata is used before it is read anew, in milliseconds. */
const freshFor = minutes(10)

/**
 * Reads metadata over HTTPS, or plainly from this machine's simulators where there are any (`simulators` is their origin, undefined in production), and
 * keeps it for ten minutes. When it can't be read anew, what was read before is used as long as it says that it may be. `metadata.pem` in the folder of the
 * settings' certificate has whom metadata must be signed by.
 */
export function identityProviders(options: {
  readonly simulators: string | undefined
  readonly findFolder: FindCertificateFolder
}): FindIdentityProvider {
  const known = new Map<string, { readonly readAt: number; readonly provider: IdentityProvider }>()
  const { simulators } = options
  const isAllowed = (address: string): boolean =>
    address.startsWith('https://') || (simulators !== undefined && new URL(address).origin === simulators)

  return async (ctx, { provider, metadata }) => {
    const entityId = resolveSimulated(provider, simulators)
    const address = resolveSimulated(metadata.address, simulators)
    if (!entityId || !address || !isAllowed(address)) return failed('saml-metadata-unreachable')
    const name = JSON.stringify([ctx.tenant.id, entityId, address, metadata.certificate])
    const now = ctx.clock.now().getTime()
    const kept = known.get(name)
    const keptResult =
      kept && kept.provider.validUntil > now ? ({ ok: true, value: kept.provider } as const) : undefined
    if (kept && keptResult && kept.readAt + freshFor > now) return keptResult

    const folder = await options.findFolder(ctx, metadata)
    const read = await readFrom(address, { entityId, folder, now })
    if (!read.ok) {
      ctx.log.warn(
        { code: read.error, host: new URL(address).host, kept: keptResult !== undefined },
        'metadata refused',
      )
      return keptResult ?? read
    }
    if (!isAllowed(read.value.singleSignOn)) return failed('saml-metadata-unusable')
    known.set(name, { readAt: now, provider: read.value })
    return read
  }
}

async function readFrom(
  address: string,
  { entityId, folder, now }: { readonly entityId: string; readonly folder: string; readonly now: number },
): Promise<Result<IdentityProvider, SamlRefusal>> {
  const certificates = splitPem(await readFile(join(folder, 'metadata.pem'), 'utf8').catch(() => ''))
  if (certificates.length === 0) return failed('saml-metadata-untrusted')
  const text = await fetchText(address)
  return text === undefined
    ? failed('saml-metadata-unreachable')
    : readIdentityProvider(text, entityId, { certificates, now })
}

/** Undefined when it doesn't come, in time and whole. */
async function fetchText(address: string): Promise<string | undefined> {
  try {
    const answer = await fetch(address, { redirect: 'error', signal: AbortSignal.timeout(timeout) })
    if (!answer.ok || !answer.body) return undefined
    const chunks: Uint8Array[] = []
    let length = 0
    for await (const chunk of answer.body) {
      length += chunk.length
      if (length > longest) return undefined
      chunks.push(chunk)
    }
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks))
  } catch {
    return undefined
  }
}
