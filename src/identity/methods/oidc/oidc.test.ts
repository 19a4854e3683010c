import { beforeAll, expect, test } from 'vitest'
import { newKey } from '../../../platform/cryptography/sealing.ts'
import { signingKey } from '../../../platform/cryptography/signing-key.ts'
import { type TestDatabase, testDatabase } from '../../../platform/testing/database.ts'
import { aHub, asPerson, type RunningHub } from '../../testing/a-hub.ts'
import { openIdProviders } from './providers.ts'

let database: TestDatabase
let hub: RunningHub

beforeAll(async () => {
  database = await testDatabase()
  hub = await aHub()
})

test('the hub is asked with PKCE, a state and nonce of 256 bits, by claims and levels, for a new login, in the language of the page', async () => {
  const { address } = await hub.visit(database.context(), [])
  const asked = address.searchParams
  expect(asked.get('code_challenge_method')).toBe('S256')
  expect(asked.get('prompt')).toBe('login')
  expect(asked.get('state')).toMatch(/^[\w-]{43}$/)
  expect(asked.get('nonce')).toMatch(/^[\w-]{43}$/)
  expect(asked.get('ui_locales')).toBe('sv')
  expect(JSON.parse(asked.get('claims') ?? '')).toMatchObject({
    id_token: { acr: { essential: true }, auth_time: { essential: true } },
    userinfo: { 'https://id.oidc.se/claim/personalIdentityNumber': null },
  })
})

test.each(['bankid', 'mobilt-bankid', 'freja'])(
  'Ada is known by her number and name when she comes by %s',
  async (method) => {
    expect(await hub.identify(database.context(), 'ada', method)).toMatchObject({
      claimed: { scheme: 'swedish-number', number: '199001012385', facts: { givenName: 'Ada', surname: 'Exempel' } },
      level: 'http://id.swedenconnect.se/loa/1.0/uncertified-loa3',
    })
  },
)

test('somebody with an e-ID of another country is known by its provisional id', async () => {
  expect(await hub.identify(database.context(), 'kari', 'foreign-id')).toMatchObject({
    claimed: { scheme: 'prid', number: 'NO:5068907693', foreign: { persistence: 'A' } },
    level: 'http://id.swedenconnect.se/loa/1.0/uncertified-eidas-sub',
  })
})

test('a level that was not asked for is refused', async () => {
  const ctx = database.context()
  const foreignOnly = await hub.methodOf(ctx, {
    settings: { levels: ['http://id.swedenconnect.se/loa/1.0/uncertified-eidas-sub'] },
  })
  const visited = await hub.visit(ctx, asPerson('ada'), foreignOnly)
  expect(await hub.finish(ctx, visited, foreignOnly)).toEqual({
    ok: false,
    error: { reason: 'refused', code: 'oidc-wrong-level' },
  })
})

test('an answer from another issuer is refused', async () => {
  const ctx = database.context()
  const visited = await hub.visit(ctx, asPerson('ada'))
  visited.answer.set('iss', 'http://localhost/another')
  expect(await hub.finish(ctx, visited)).toEqual({
    ok: false,
    error: { reason: 'refused', code: 'oidc-wrong-issuer' },
  })
})

test("a code for a nonce and a verifier that are not this login's is refused", async () => {
  const ctx = database.context()
  const mine = await hub.visit(ctx, asPerson('ada'))
  const theirs = await hub.visit(ctx, asPerson('bo'))
  mine.answer.set('code', theirs.answer.get('code') ?? '')
  expect(await hub.finish(ctx, mine)).toEqual({ ok: false, error: { reason: 'refused', code: 'oidc-code-refused' } })
})

test('cancelling at the hub is the person’s own choice', async () => {
  const ctx = database.context()
  const visited = await hub.visit(ctx, [{ svar: 'avbryt' }])
  expect(await hub.finish(ctx, visited)).toEqual({ ok: false, error: { reason: 'cancelled', code: 'oidc-cancelled' } })
})

test('the hub refuses a client that signs with another key', async () => {
  const ctx = database.context()
  const stranger = await hub.methodOf(ctx, { providers: hub.providersWith(signingKey(newKey())) })
  const visited = await hub.visit(ctx, asPerson('ada'), stranger)
  expect(await hub.finish(ctx, visited, stranger)).toEqual({
    ok: false,
    error: { reason: 'refused', code: 'oidc-code-refused' },
  })
})

test('nobody logs in through a simulator where there are none', async () => {
  const ctx = database.context()
  const real = await hub.methodOf(ctx, {
    providers: openIdProviders({ key: signingKey(newKey()), simulators: undefined, now: Date.now }),
  })
  await expect(hub.visit(ctx, [], real)).rejects.toMatchObject({ code: 'identity-provider-failed' })
})

test('an identity provider that is down is a coded error, and is asked anew the next time', async () => {
  const ctx = database.context()
  const down = await hub.methodOf(ctx, {
    providers: openIdProviders({ key: signingKey(newKey()), simulators: 'http://localhost:1', now: Date.now }),
  })
  for (let time = 0; time < 2; time++) {
    await expect(hub.visit(ctx, [], down)).rejects.toMatchObject({ code: 'identity-provider-failed' })
  }
})
