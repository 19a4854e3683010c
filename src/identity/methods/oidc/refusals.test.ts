import { beforeAll, expect, test } from 'vitest'
import { newKey } from '../../../platform/cryptography/sealing.ts'
import { signingKey } from '../../../platform/cryptography/signing-key.ts'
import { type TestDatabase, testDatabase } from '../../../platform/testing/database.ts'
import { oidcMethod } from './oidc.ts'
import { openIdProviders } from './providers.ts'
import { aMisbehavingProvider, type Misbehaviour } from './testing/misbehaving-provider.ts'

let database: TestDatabase
let provider: Awaited<ReturnType<typeof aMisbehavingProvider>>

beforeAll(async () => {
  database = await testDatabase()
  provider = await aMisbehavingProvider()
})

const method = () =>
  oidcMethod(
    {
      kind: 'oidc',
      issuer: provider.issuer,
      clientId: 'kommun',
      levels: [provider.level],
      scopes: [],
      claims: {
        personNumber: 'https://id.oidc.se/claim/personalIdentityNumber',
        givenName: 'given_name',
        surname: 'family_name',
      },
    },
    {
      providers: openIdProviders({ key: signingKey(newKey()), simulators: provider.issuer, now: Date.now }),
      acceptedBindingProcesses: [],
    },
  )

/** What comes of a login whose provider misbehaves, and whose answer to the browser is changed on its way. */
async function comesOf(misbehaviour: Misbehaviour, change: (answer: URLSearchParams) => void = () => undefined) {
  const ctx = database.context()
  const hub = method()
  const { address, kept } = await hub.start(ctx, {
    state: 'a'.repeat(43),
    answerAddress: 'http://localhost/logga-in/svar',
  })
  provider.misbehave(misbehaviour, new URL(address).searchParams.get('nonce') ?? '')
  const answer = new URLSearchParams({ code: 'c', state: 'a'.repeat(43), iss: provider.issuer })
  change(answer)
  return await hub.finish(ctx, kept, answer)
}

test('an honest answer is who it is', async () => {
  expect(await comesOf({})).toMatchObject({ ok: true, value: { claimed: { number: '199001012385' } } })
})

const longAgo = Math.floor(Date.now() / 1000) - 3600

test.each<readonly [string, Misbehaviour, string]>([
  ['unsigned', { unsigned: true }, 'oidc-wrong-algorithm'],
  ['signed with the public key as a secret', { symmetric: true }, 'oidc-wrong-algorithm'],
  ['signed with another key', { otherKey: true }, 'oidc-wrong-key'],
  ['signed with a key that nobody has published', { unknownKey: true }, 'oidc-unknown-key'],
  ['of another issuer', { claims: (c) => ({ ...c, iss: 'https://other.example' }) }, 'oidc-wrong-issuer'],
  ['for another client', { claims: (c) => ({ ...c, aud: 'annan' }) }, 'oidc-wrong-audience'],
  ['for others as well', { claims: (c) => ({ ...c, aud: ['kommun', 'annan'] }) }, 'oidc-wrong-audience'],
  ['of another login', { claims: (c) => ({ ...c, nonce: 'b' }) }, 'oidc-wrong-nonce'],
  ['without a nonce', { claims: ({ nonce, ...c }) => c }, 'oidc-wrong-nonce'],
  ['expired', { claims: (c) => ({ ...c, exp: longAgo }) }, 'oidc-expired'],
  ['not yet valid', { claims: (c) => ({ ...c, nbf: longAgo + 7200 }) }, 'oidc-not-yet-valid'],
  [
    'of a level that was not asked for',
    { claims: (c) => ({ ...c, acr: 'http://id.elegnamnden.se/loa/1.0/loa2' }) },
    'oidc-wrong-level',
  ],
  ['without a level', { claims: ({ acr, ...c }) => c }, 'oidc-wrong-level'],
  ['of an earlier login', { claims: (c) => ({ ...c, auth_time: longAgo }) }, 'oidc-old-authentication'],
  ['without the time of the login', { claims: ({ auth_time, ...c }) => c }, 'oidc-old-authentication'],
  ['about somebody else than UserInfo', { userInfoSubject: 'bo' }, 'oidc-wrong-subject'],
  ['missing', { noIdToken: true }, 'oidc-no-token'],
  ['for a code that is refused', { refusesCode: true }, 'oidc-code-refused'],
])('an ID token that is %s logs nobody in', async (_how, misbehaviour, code) => {
  expect(await comesOf(misbehaviour)).toEqual({ ok: false, error: { reason: 'refused', code } })
})

test.each<readonly [string, (answer: URLSearchParams) => void, string]>([
  ['from another provider (mix-up)', (answer) => answer.set('iss', 'https://other.example'), 'oidc-wrong-issuer'],
  ['that does not say from whom', (answer) => answer.delete('iss'), 'oidc-wrong-issuer'],
  ['to another login', (answer) => answer.set('state', 'b'.repeat(43)), 'oidc-wrong-state'],
  ['that says that it went wrong', (answer) => answer.set('error', 'server_error'), 'oidc-provider-error'],
])('an answer %s logs nobody in', async (_how, change, code) => {
  expect(await comesOf({}, change)).toEqual({ ok: false, error: { reason: 'refused', code } })
})
