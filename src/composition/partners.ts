import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { FindPartner, Partner } from '../identity/public.ts'
import type { Configuration } from '../platform/configuration/configuration.ts'
import { CodedError } from '../platform/errors.ts'
import { getTenant } from '../tenants/public.ts'

const simulatorScheme = 'simulators:'

/**
 * Where partners answer, and what shows them who we are: the files of a folder below `HANDSLAG_CERTIFICATES/<municipality>/`, or what the simulators
 * have written down. Read each time it is needed, so that a certificate can be changed while the program runs.
 */
export const partnersOf =
  ({ certificatesFolder, dataFolder, simulators }: Configuration): FindPartner =>
  async (ctx, { address, certificate }) => {
    const isSimulated = address.startsWith(simulatorScheme)
    if (isSimulated && simulators === undefined) {
      throw new CodedError('identity-provider-failed', 'A simulator is set as partner where there are no simulators')
    }
    if (!isSimulated && certificatesFolder === undefined) {
      throw new CodedError('identity-provider-failed', 'HANDSLAG_CERTIFICATES is not set')
    }
    const folder = isSimulated
      ? join(dataFolder, 'run', 'certificates', certificate)
      : join(certificatesFolder ?? '', (await getTenant(ctx)).shortName, certificate)
    try {
      return {
        address: isSimulated ? (await simulatedPartners(dataFolder)) + address.slice(simulatorScheme.length) : address,
        ...(await readCredentials(folder)),
      }
    } catch (cause) {
      throw new CodedError('identity-provider-failed', `There is nothing to show a partner in ${folder}`, { cause })
    }
  }

/** Where the certificates of SAML's metadata lie: the simulators' where there are any. */
export const certificatesFolder = ({ certificatesFolder: own, dataFolder, simulators }: Configuration): string =>
  simulators === undefined ? (own ?? '') : join(dataFolder, 'run', 'certificates')

async function readCredentials(folder: string): Promise<Omit<Partner, 'address'>> {
  const file = (name: string) => readFile(join(folder, name), 'utf8')
  const [certificate, key, authority, signing] = await Promise.all([
    file('client.pem'),
    file('client.key'),
    file('authority.pem'),
    // Not every partner signs what it answers.
    file('signing.pem').catch(() => undefined),
  ])
  return { certificate, key, authority, signing }
}

/** The simulators listen where they found a free port, and have written it down. */
async function simulatedPartners(dataFolder: string): Promise<string> {
  const written = await readFile(join(dataFolder, 'run', 'simulators.json'), 'utf8')
  const { partnersPort } = z.object({ partnersPort: z.number().int() }).parse(JSON.parse(written))
  return `https://localhost:${partnersPort}`
}
