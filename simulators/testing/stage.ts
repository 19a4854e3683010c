import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Simulators, startSimulators } from '../simulators.ts'
import { Browser } from './browser.ts'
import { findFreePort } from './ports.ts'
import { type BegunLogin, beginLogin, type RelyingParty, startRelyingParty } from './relying-party.ts'

/** Simulators and a stand-in for the product, running in a data folder of their own. */
export type Stage = {
  readonly relyingParty: RelyingParty
  readonly dataFolder: string
  readonly simulators: Simulators
  /** The simulators' address, without a slash at the end. */
  readonly origin: string
  readonly newBrowser: () => Browser
  readonly beginHubLogin: (options?: HubLoginOptions) => Promise<BegunLogin>
  readonly beginStaffLogin: (municipality: 'exempelkoping' | 'nordby') => Promise<BegunLogin>
  /** Stops the simulators and starts them again on the same port and folder. */
  readonly restart: () => Promise<Simulators>
  readonly stop: () => Promise<void>
}

type HubLoginOptions = {
  readonly key?: RelyingParty['key']
  readonly clientId?: 'exempelkoping' | 'nordby'
  readonly extra?: Readonly<Record<string, string>>
}

const hosts = { exempelkoping: 'localhost', nordby: 'nordby.localhost' } as const

/** All scopes that the hub knows. */
export const hubScope = [
  'openid',
  'https://id.oidc.se/scope/naturalPersonInfo',
  'https://id.oidc.se/scope/naturalPersonNumber',
  'https://id.swedenconnect.se/scope/eidasNaturalPersonIdentity',
  'https://id.swedenconnect.se/scope/eidasSwedishIdentity',
  'address',
].join(' ')

/** Starts a stage; stop it when the tests are done. */
export async function startStage(): Promise<Stage> {
  const relyingParty = await startRelyingParty()
  const dataFolder = await mkdtemp(join(tmpdir(), 'handslag-simulators-'))
  const settings = { productPort: relyingParty.port, httpPort: await findFreePort(), dataFolder }
  const origin = `http://localhost:${settings.httpPort}`
  let simulators = await startSimulators(settings)

  return {
    relyingParty,
    dataFolder,
    get simulators() {
      return simulators
    },
    origin,
    newBrowser: () => new Browser({ stopAt: (url) => url.port === String(relyingParty.port) }),
    beginHubLogin: ({ key = relyingParty.key, clientId = 'exempelkoping', extra = {} } = {}) =>
      beginLogin({
        issuer: `${origin}/hub`,
        clientId,
        redirectUri: `http://${hosts[clientId]}:${relyingParty.port}/logga-in/svar`,
        scope: hubScope,
        key,
        extra,
      }),
    beginStaffLogin: (municipality) =>
      beginLogin({
        issuer: `${origin}/staff/${municipality}`,
        clientId: 'handslag',
        redirectUri: `http://${hosts[municipality]}:${relyingParty.port}/logga-in/medarbetare/svar`,
        scope: 'openid profile email groups',
        key: relyingParty.key,
      }),
    restart: async () => {
      await simulators.stop()
      simulators = await startSimulators(settings)
      return simulators
    },
    stop: async () => {
      await Promise.all([simulators.stop(), relyingParty.stop()])
      await rm(dataFolder, { recursive: true })
    },
  }
}
