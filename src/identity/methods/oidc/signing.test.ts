import { decodeJwt } from 'jose'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { Browser, type VisitedPage } from '../../../../simulators/testing/browser.ts'
import { newKey } from '../../../platform/cryptography/sealing.ts'
import { signingKey } from '../../../platform/cryptography/signing-key.ts'
import { type TestDatabase, testDatabase } from '../../../platform/testing/database.ts'
import { aHub, asPerson, type RunningHub } from '../../testing/a-hub.ts'
import { readableIn } from '../../testing/readable-in.ts'
import type { RedirectMethod, ToSign } from '../method.ts'
import { oidcMethod } from './oidc.ts'
import { openIdProviders } from './providers.ts'
import { aMisbehavingProvider } from './testing/misbehaving-provider.ts'

let database: TestDatabase
let hub: RunningHub

beforeAll(async () => {
  database = await testDatabase()
  hub = await aHub()
})

const misbehave = async (mode: string): Promise<void> => {
  const answer = await fetch(`${hub.origin}/hub/faults`, { method: 'POST', body: JSON.stringify({ mode }) })
  expect(answer.status).toBe(200)
}
beforeEach(() => misbehave('ok'))

const state = 's'.repeat(43)
const toSign: ToSign = {
  digest: 'ab'.repeat(32),
  message: 'Jag ansöker om båtplats.',
  signer: { scheme: 'swedish-number', number: '199001012385' },
}

/** Signs at the hub as a browser would; answers what comes of it, and the pages that the person saw. */
async function sign({ person = 'ada', method: by = 'bankid', asked = toSign } = {}) {
  const ctx = database.context()
  const method = await hub.methodOf(ctx)
  const { address, kept } = await method.start(ctx, {
    state,
    answerAddress: `http://localhost:${hub.productPort}/logga-in/svar`,
    toSign: asked,
  })
  const visitor = new Browser({ stopAt: (url) => url.port === String(hub.productPort) })
  const pages: VisitedPage[] = [await visitor.open(new URL(address))]
  const [chooses, approves] = asPerson(person, by)
  const first = pages[0]
  if (!first || !chooses || !approves) throw new Error('no page')
  pages.push(await visitor.post(first, chooses))
  pages.push(await visitor.open(new URL(`${first.url.pathname}?metod=${by}`, first.url)))
  const last = await visitor.post(first, { ...approves, svar: 'skriv-under' })
  const result = await method.finish(ctx, kept, last.url.searchParams)
  return { addresses: visitor.addresses, kept, result, pages }
}

test('the hub shows the text as something to sign', async () => {
  const { pages } = await sign()
  expect(pages.at(-1)?.html).toContain('Skriv under med BankID')
  expect(pages.at(-1)?.html).toContain(toSign.message)
})

/** A text that must stand nowhere, to be signed by Ada. */
const secret: ToSign = { ...toSign, message: 'Jag tjänar kanarielön-4711.' }

test('no address that the browser is sent to has anything of the text or the signer’s number in it', async () => {
  const { addresses, result, pages } = await sign({ asked: secret })
  expect(pages.at(-1)?.html).toContain('kanarielön-4711')
  expect(result).toMatchObject({ ok: true })
  expect(addresses.map(({ pathname }) => pathname)).toContain('/hub/auth')
  expect([...(addresses[0]?.searchParams.keys() ?? [])].sort()).toEqual(['client_id', 'request_uri'])
  const readable = addresses.flatMap(readableIn).join('\n')
  expect(readable).not.toContain('4711')
  expect(readable).not.toContain(toSign.signer.number)
})

test('what is looked for in addresses would be found in a request object, and in a claim', async () => {
  const request = await hub.providers.signRequest({ text: Buffer.from(secret.message).toString('base64') })
  const address = new URL(`http://hub.example/auth?${new URLSearchParams({ request, claims: '{"n":"199001012385"}' })}`)
  const readable = readableIn(address).join('\n')
  expect(readable).toContain('kanarielön-4711')
  expect(readable).toContain(toSign.signer.number)
})

describe('a provider that takes no pushed requests', () => {
  test('is told neither the text nor the number, binds the digest all the same, and is known to have shown nothing', async () => {
    const provider = await aMisbehavingProvider({
      scopes_supported: ['openid', 'https://id.oidc.se/scope/signApproval'],
    })
    const { address, kept } = await methodAt(provider).start(database.context(), {
      state,
      answerAddress: 'http://localhost/logga-in/svar',
      toSign: secret,
    })
    const readable = readableIn(new URL(address)).join('\n')
    expect(readable).not.toContain('4711')
    expect(readable).not.toContain(toSign.signer.number)
    expect(new URL(address).searchParams.get('nonce')).toMatch(new RegExp(`^[\\w-]{43}\\.${toSign.digest}$`))
    expect(JSON.parse(new URL(address).searchParams.get('claims') ?? '')).toMatchObject({
      id_token: { [personNumber]: {} },
    })
    expect(kept).toMatchObject({ signs: { shown: false } })
  })

  test('by its own word, and fails to, can’t be used', async () => {
    const provider = await aMisbehavingProvider({ pushed_authorization_request_endpoint: 'http://localhost:1/request' })
    await expect(
      methodAt(provider).start(database.context(), { state, answerAddress: 'http://localhost/svar', toSign: secret }),
    ).rejects.toMatchObject({ code: 'identity-provider-failed' })
  })
})

const personNumber = 'https://id.oidc.se/claim/personalIdentityNumber'

const methodAt = ({ issuer, level }: Awaited<ReturnType<typeof aMisbehavingProvider>>): RedirectMethod =>
  oidcMethod(
    {
      kind: 'oidc',
      issuer,
      clientId: 'kommun',
      levels: [level],
      scopes: [],
      claims: { personNumber, givenName: 'given_name', surname: 'family_name' },
    },
    {
      providers: openIdProviders({ key: signingKey(newKey()), simulators: issuer, now: Date.now }),
      acceptedBindingProcesses: [],
    },
  )

test('the answer is proof: an ID token that says who, and has the text’s digest in its nonce, with the keys that verify it', async () => {
  const { result } = await sign()
  if (!result.ok || !result.value.proof) throw new Error('not signed')
  const { proof } = result.value
  expect(decodeJwt(proof.answer)).toMatchObject({
    nonce: expect.stringMatching(/\.(ab){32}$/),
    'https://id.oidc.se/claim/personalIdentityNumber': '199001012385',
  })
  expect(proof).toMatchObject({
    provider: `${hub.origin}/hub`,
    audience: decodeJwt(proof.answer).aud,
    attribute: 'https://id.oidc.se/claim/personalIdentityNumber',
    shown: true,
  })
  expect(JSON.parse(proof.trusted).keys).toHaveLength(1)
})

test('somebody with an e-ID of another country signs by it', async () => {
  const kari: ToSign = { ...toSign, signer: { scheme: 'prid', number: 'NO:5068907693' } }
  const { result } = await sign({ person: 'kari', method: 'foreign-id', asked: kari })
  expect(result).toMatchObject({ ok: true, value: { proof: { attribute: 'https://id.swedenconnect.se/claim/prid' } } })
})

test('another person’s answer signs nothing, whoever’s fault it is', async () => {
  const refused = { ok: false, error: { reason: 'somebody-else', code: 'oidc-other-signer' } }
  expect((await sign({ person: 'bo' })).result).toEqual(refused)
  await misbehave('other-person')
  expect((await sign()).result).toEqual(refused)
})

test('an identification has no proof', async () => {
  expect(await hub.identify(database.context(), 'ada')).not.toHaveProperty('proof')
})
