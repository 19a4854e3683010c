import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startSimulators } from '../../../simulators/simulators.ts'
import { Browser } from '../../../simulators/testing/browser.ts'
import { findFreePort, listenOnFreePort } from '../../../simulators/testing/ports.ts'
import { municipalRegisters, type PopulationRegisters } from '../../people/public.ts'
import type { Context } from '../../platform/context.ts'
import { newKey } from '../../platform/cryptography/sealing.ts'
import { type SigningKey, signingKey } from '../../platform/cryptography/signing-key.ts'
import { atEndOfFile } from '../../platform/testing/end-of-file.ts'
import { getTenant } from '../../tenants/public.ts'
import { openCitizenSession } from '../commands/open-session.ts'
import { startRedirect } from '../commands/start-redirect.ts'
import { takeAnswer } from '../commands/take-answer.ts'
import type { RedirectMethod, VerifiedIdentity } from '../methods/method.ts'
import { oidcMethod } from '../methods/oidc/oidc.ts'
import { openIdProviders, type Providers } from '../methods/oidc/providers.ts'

/** What is chosen on one page of a provider: its form's fields. */
export type Choice = Readonly<Record<string, string>>

/** What a test person chooses on the hub's pages. */
export const asPerson = (person: string, method = 'bankid'): readonly Choice[] => [
  { metod: method },
  { metod: method, person, svar: 'legitimera' },
]

/** The region's hub and all other simulators, for a test file. Gone after its last test. */
export async function aHub() {
  const key = signingKey(newKey())
  const product = createServer((_request, response) => response.end(JSON.stringify({ keys: [key.publicJwk] })))
  const productPort = await listenOnFreePort(product)
  const folder = await mkdtemp(join(tmpdir(), 'handslag-hub-'))
  const httpPort = await findFreePort()
  const origin = `http://localhost:${httpPort}`
  const simulators = await startSimulators({ productPort, httpPort, dataFolder: folder })
  atEndOfFile(async () => {
    await simulators.stop()
    product.close()
    await rm(folder, { recursive: true })
  })

  const providersWith = (by: SigningKey): Providers =>
    openIdProviders({ key: by, simulators: origin, now: () => Date.now() })
  const providers = providersWith(key)
  const registers: PopulationRegisters = municipalRegisters({ simulators: origin })

  /** The municipality's first way in, by other providers or settings than it usually has. */
  const methodOf = async (
    ctx: Context,
    other: { readonly providers?: Providers; readonly settings?: { readonly levels: string[] } } = {},
  ): Promise<RedirectMethod> => {
    const [settings] = (await getTenant(ctx)).citizenLogin.methods
    if (settings?.kind !== 'oidc') throw new Error('The first way in is no OpenID provider')
    return oidcMethod(
      { ...settings, ...other.settings },
      { providers: other.providers ?? providers, acceptedBindingProcesses: [] },
    )
  }

  /** Goes to the hub and through its pages as a browser would; answers what it is led back with, and the login cookie. */
  const visit = async (ctx: Context, choices: readonly Choice[], method?: RedirectMethod) => {
    const { address, browser } = await startRedirect(ctx, method ?? (await methodOf(ctx)), {
      area: 'citizen',
      purpose: 'login',
      name: 'region',
      answerAddress: `http://localhost:${productPort}/logga-in/svar`,
      returnTo: '/mina-sidor',
      wish: { kind: 'start', service: 'synpunkt' },
    })
    const visitor = new Browser({ stopAt: (url) => url.port === String(productPort) })
    let page = await visitor.open(new URL(address))
    for (const choice of choices) page = await visitor.post(page, choice)
    const answer = page.url.searchParams
    return { browser, address: new URL(address), answer, state: answer.get('state') ?? undefined }
  }

  /** What comes of an answer, by its transaction. */
  const finish = async (ctx: Context, visited: Awaited<ReturnType<typeof visit>>, method?: RedirectMethod) => {
    const answered = await takeAnswer(ctx, { area: 'citizen', state: visited.state, browser: visited.browser })
    if (!answered) throw new Error('no such login')
    return await (method ?? (await methodOf(ctx))).finish(ctx, answered.kept, visited.answer)
  }

  const identify = async (ctx: Context, person: string, method = 'bankid'): Promise<VerifiedIdentity> => {
    const result = await finish(ctx, await visit(ctx, asPerson(person, method)))
    if (!result.ok) throw new Error(result.error.code)
    return result.value
  }

  /** Logs a test person in, as whoever the hub's word for them is changed to. */
  const logIn = async (
    ctx: Context,
    person: string,
    change: (claimed: VerifiedIdentity['claimed']) => VerifiedIdentity['claimed'] = (claimed) => claimed,
  ) => {
    const identity = await identify(ctx, person, person === 'kari' ? 'foreign-id' : 'bankid')
    return await openCitizenSession(
      ctx,
      {
        tenant: await getTenant(ctx),
        method: 'region',
        browser: undefined,
        identity: { ...identity, claimed: change(identity.claimed) },
      },
      { registers },
    )
  }

  return { origin, productPort, providers, providersWith, registers, methodOf, visit, finish, identify, logIn }
}

export type RunningHub = Awaited<ReturnType<typeof aHub>>
