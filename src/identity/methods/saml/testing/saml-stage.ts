import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Simulators, startSimulators } from '../../../../../simulators/simulators.ts'
import { Browser } from '../../../../../simulators/testing/browser.ts'
import { findFreePort, listenOnFreePort } from '../../../../../simulators/testing/ports.ts'
import type { Clock } from '../../../../platform/clock.ts'
import type { Context } from '../../../../platform/context.ts'
import { type TestDatabase, testTenants } from '../../../../platform/testing/database.ts'
import type { SamlSettings } from '../../../../tenants/public.ts'
import type { RedirectMethod } from '../../method.ts'
import { type FindIdentityProvider, identityProviders } from '../find-provider.ts'
import { samlKeys } from '../keys.ts'
import { ownMetadata, samlAnswerPath, samlMetadataPath } from '../own-metadata.ts'
import { samlMethod } from '../saml-method.ts'

const swedenConnect = 'http://id.swedenconnect.se/loa/1.0'
const oid = (number: string): string => `urn:oid:${number}`

/** As a municipality sets the region's hub, with the federation's names of attributes. */
export const hubSettings: SamlSettings = {
  kind: 'saml',
  provider: 'simulators:/saml',
  metadata: { address: 'simulators:/saml/metadata', certificate: 'saml' },
  displayName: { sv: 'Nordby kommun', en: 'The municipality of Nordby' },
  entityCategories: [
    'http://id.swedenconnect.se/ec/sc/uncertified-loa3-pnr',
    'http://id.elegnamnden.se/st/1.0/public-sector-sp',
  ],
  levels: [`${swedenConnect}/uncertified-loa3`, `${swedenConnect}/uncertified-eidas-sub`],
  attributes: {
    personNumber: oid('1.2.752.29.4.13'),
    earlierNumber: oid('1.2.752.201.3.15'),
    givenName: oid('2.5.4.42'),
    surname: oid('2.5.4.4'),
    birthDate: oid('1.3.6.1.5.5.7.9.1'),
    foreignIdentifier: oid('1.2.752.201.3.4'),
    persistence: oid('1.2.752.201.3.5'),
    eidasIdentifier: oid('1.2.752.201.3.7'),
    mappedNumber: oid('1.2.752.201.3.16'),
    binding: oid('1.2.752.201.3.6'),
    protectedIdentity: 'https://region.example/claim/protectedIdentity',
  },
}

/** The real simulators, and a server in the product's place that publishes both municipalities' metadata. */
export type SamlStage = {
  readonly folder: string
  /** The simulators' address. */
  readonly hub: string
  readonly contextOf: (tenant?: keyof typeof testTenants, clock?: Clock) => Context
  /** Caches nothing from one test to the next. */
  readonly newProviders: () => FindIdentityProvider
  readonly methodOf: (findProvider?: FindIdentityProvider, settings?: SamlSettings) => RedirectMethod
  readonly answerAddress: (tenant?: keyof typeof testTenants) => string
  readonly misbehave: (mode: string) => Promise<void>
  /** Goes through the hub's pages as a browser would; answers the fields that its last page posts, where to, and every address on the way. */
  readonly visit: (
    address: string,
    choice: HubChoice,
  ) => Promise<{ readonly action: string; readonly answer: URLSearchParams; readonly addresses: readonly URL[] }>
  readonly stop: () => Promise<void>
}

export type HubChoice = { readonly metod: string; readonly person: string } | 'avbryt'

const hosts = { exempelkoping: 'localhost', nordby: 'nordby.localhost' } as const

/** Starts the region's SAML hub, and a server with our metadata of both test municipalities, for a test file; `stop` ends them. */
export async function startSamlStage(database: TestDatabase): Promise<SamlStage> {
  const contextOf = (tenant: keyof typeof testTenants = 'nordby', clock?: Clock) =>
    database.context({ tenant: testTenants[tenant], ...(clock && { clock }) })
  const product = createServer((request, response) => {
    const tenant = request.headers.host?.startsWith('nordby') ? 'nordby' : 'exempelkoping'
    const ctx = contextOf(tenant)
    void samlKeys(ctx).then((keys) => {
      const origin = `http://${request.headers.host}`
      const own = { origin, keys, contact: 'kontakt@nordby.example', now: new Date() }
      response.writeHead(request.url === samlMetadataPath ? 200 : 404).end(ownMetadata(hubSettings, own))
    })
  })
  const productPort = await listenOnFreePort(product)
  const folder = await mkdtemp(join(tmpdir(), 'handslag-saml-'))
  const httpPort = await findFreePort()
  const hub = `http://localhost:${httpPort}`
  const simulators: Simulators = await startSimulators({ productPort, httpPort, dataFolder: folder })
  const newProviders = () =>
    identityProviders({
      simulators: hub,
      findFolder: async (_ctx, { certificate }) => join(folder, 'run', 'certificates', certificate),
    })

  return {
    folder,
    hub,
    contextOf,
    newProviders,
    methodOf: (findProvider = newProviders(), settings = hubSettings) =>
      samlMethod(settings, {
        keys: samlKeys,
        findProvider,
        acceptedBindingProcesses: ['http://id.swedenconnect.se/id-binding/process/populationregister'],
      }),
    answerAddress: (tenant = 'nordby') => `http://${hosts[tenant]}:${productPort}${samlAnswerPath}`,
    misbehave: async (mode) => {
      const answer = await fetch(`${hub}/saml/faults`, { method: 'POST', body: JSON.stringify({ mode }) })
      if (!answer.ok) throw new Error(await answer.text())
    },
    visit: async (address, choice) => {
      const browser = new Browser({ stopAt: (url) => url.port === String(productPort) })
      const methods = await browser.open(new URL(address))
      const { html } = await browser.post(
        methods,
        choice === 'avbryt' ? { svar: 'avbryt' } : { ...choice, svar: 'legitimera' },
      )
      const field = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? ''
      return {
        action: /<form method="post" action="([^"]+)"/.exec(html)?.[1] ?? html,
        answer: new URLSearchParams({ SAMLResponse: field('SAMLResponse'), RelayState: field('RelayState') }),
        addresses: browser.addresses,
      }
    },
    stop: async () => {
      await simulators.stop()
      product.close()
      await rm(folder, { recursive: true })
    },
  }
}
