import { decodeJwt } from 'jose'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { Browser, type VisitedPage } from '../../../../simulators/testing/browser.ts'
import { type TestDatabase, testDatabase } from '../../../platform/testing/database.ts'
import { aHub, asPerson, type RunningHub } from '../../testing/a-hub.ts'
import type { ToSign } from '../method.ts'

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
  return { address: new URL(address), kept, result: await method.finish(ctx, kept, last.url.searchParams), pages }
}

test('the text goes to the hub in a signed request, and the hub shows it as something to sign', async () => {
  const { address, pages } = await sign()
  const request = decodeJwt(address.searchParams.get('request') ?? '')
  expect(address.searchParams.has('nonce')).toBe(false)
  expect(request).toMatchObject({
    prompt: 'login consent',
    nonce: expect.stringMatching(new RegExp(`^[\\w-]{43}\\.${toSign.digest}$`)),
    claims: {
      id_token: { 'https://id.oidc.se/claim/personalIdentityNumber': { value: '199001012385' } },
    },
  })
  expect(pages.at(-1)?.html).toContain('Skriv under med BankID')
  expect(pages.at(-1)?.html).toContain(toSign.message)
})

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
