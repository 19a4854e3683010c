import { composeServices } from '../../../src/composition.ts'
import { parseConfiguration } from '../../../src/platform/configuration/configuration.ts'
import { readKeyFile } from '../../../src/platform/cryptography/key-vault.ts'
import type { Page } from '../../../src/platform/http/page.ts'
import { makeLog } from '../../../src/platform/log.ts'
import type { Place } from './installation.ts'
import { databaseAddresses } from './superuser.ts'

/** A page as the outside knows it. */
export type PageAddress = Pick<Page, 'path' | 'area' | 'asksForLogin'> & {
  readonly get: boolean
  readonly post: boolean
  readonly takesFiles: boolean
}

/** Every page that the program serves, asked of the wiring itself, so that a new page can't be forgotten. */
export async function listPages({ port, data, folder }: Place): Promise<readonly PageAddress[]> {
  const configuration = parseConfiguration({ PORT: String(port), HANDSLAG_DATA: data, HANDSLAG_ROLES: 'web' }, folder)
  const services = await composeServices({
    configuration,
    log: makeLog('silent'),
    installationKey: await readKeyFile(configuration.keyFile),
    databaseUrl: (await databaseAddresses(data)).program,
    root: folder,
  })
  await services.close()
  return services.pages.map(({ path, area, asksForLogin, get, post, receive }) => ({
    path,
    area,
    asksForLogin,
    get: get !== undefined,
    post: post !== undefined,
    takesFiles: receive !== undefined,
  }))
}
