import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { FindCertificateFolder, FindPartner, Partner } from '../identity/public.ts'
import type { Configuration } from '../platform/configuration/configuration.ts'
import { CodedError } from '../platform/errors.ts'
import { getTenant, isSimulated, resolveSimulated } from '../tenants/public.ts'

/** What of the configuration says it. */
type Where = Pick<Configuration, 'certificatesFolder' | 'dataFolder' | 'simulators'>

/** Where certificates lie: below `HANDSLAG_CERTIFICATES/<municipality>/`, or what the simulators have written down for those who ask them. */
export const certificateFolders =
  ({ certificatesFolder, dataFolder, simulators }: Where): FindCertificateFolder =>
  async (ctx, { address, certificate }) => {
    if (isSimulated(address)) {
      if (simulators !== undefined) return join(dataFolder, 'run', 'certificates', certificate)
      throw new CodedError('identity-provider-failed', 'A simulator is set as partner where there are no simulators')
    }
    if (certificatesFolder === undefined) {
      throw new CodedError('identity-provider-failed', 'HANDSLAG_CERTIFICATES is not set')
    }
    return join(certificatesFolder, (await getTenant(ctx)).shortName, certificate)
  }

/**
 * Where partners answer, and what shows them who we are. Read each time it is needed, so that a certificate can be replaced while the program
 * runs.
 */
export const partnersOf = (where: Where): FindPartner => {
  const findFolder = certificateFolders(where)
  return async (ctx, settings) => {
    const folder = await findFolder(ctx, settings)
    try {
      return { address: await addressOf(settings.address, where), ...(await readCredentials(folder)) }
    } catch (cause) {
      throw new CodedError('identity-provider-failed', `There is nothing to show a partner in ${folder}`, { cause })
    }
  }
}

async function readCredentials(folder: string): Promise<Omit<Partner, 'address'>> {
  const file = (name: string) => readFile(join(folder, name), 'utf8')
  // Not every partner signs what it answers, or has people sign.
  const optional = (name: string) => file(name).catch(() => undefined)
  const [certificate, key, authority, signing, signingRoot] = await Promise.all([
    file('client.pem'),
    file('client.key'),
    file('authority.pem'),
    optional('signing.pem'),
    optional('signing-root.pem'),
  ])
  return { certificate, key, authority, signing, signingRoot }
}

/** The simulators listen where they found a free port, and have written it down. */
async function addressOf(address: string, { dataFolder }: Where): Promise<string> {
  if (!isSimulated(address)) return address
  const written = await readFile(join(dataFolder, 'run', 'simulators.json'), 'utf8')
  const { partnersPort } = z.object({ partnersPort: z.number().int() }).parse(JSON.parse(written))
  return resolveSimulated(address, `https://localhost:${partnersPort}`)
}
