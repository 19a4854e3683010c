import { exportJWK, generateKeyPair, type JWTPayload, SignJWT, UnsecuredJWT } from 'jose'
import { beforeAll, expect, test } from 'vitest'
import type { SignedText, Signer } from '../../methods/method.ts'
import { digestOfText } from './binding.ts'
import type { AuthenticationEvidence } from './said.ts'
import { verifyAuthentication } from './verify.ts'

const provider = 'https://hub.example'
const audience = 'kommun'
const level = 'http://id.elegnamnden.se/loa/1.0/loa3'
const attribute = 'https://id.oidc.se/claim/personalIdentityNumber'
const authenticatedAt = '2027-03-03T13:30:00.000Z'
const identified = Date.parse(authenticatedAt) / 1000
const signer: Signer = { scheme: 'swedish-number', number: '199001012385' }
const text: SignedText = { visible: 'Jag ansöker om båtplats.', format: 'plain', manifest: '{"answers":"5f2c"}' }
const digest = digestOfText(text)

type Keys = Awaited<ReturnType<typeof generateKeyPair>>
let hub: Keys
let another: Keys
let trusted: string

const jwksOf = async ({ publicKey }: Keys, kid: string): Promise<string> =>
  JSON.stringify({ keys: [{ ...(await exportJWK(publicKey)), kid, alg: 'RS256', use: 'sig' }] })

beforeAll(async () => {
  ;[hub, another] = await Promise.all([generateKeyPair('RS256'), generateKeyPair('RS256')])
  trusted = await jwksOf(hub, 'a')
})

const payload: JWTPayload = {
  iss: provider,
  aud: audience,
  acr: level,
  nonce: `a-random-part.${digest}`,
  iat: identified + 20,
  auth_time: identified,
  txn: 'the-transaction',
  name: 'Ada Exempel',
  [attribute]: signer.number,
}

const tokenOf = async (changes: JWTPayload = {}, by = { keys: hub, kid: 'a' }): Promise<string> =>
  await new SignJWT({ ...payload, ...changes })
    .setProtectedHeader({ alg: 'RS256', kid: by.kid })
    .sign(by.keys.privateKey)

/** Evidence that is right, but for what is changed in what the hub signs, or around it. */
const evidenceOf = async (
  changes: JWTPayload = {},
  around: Partial<AuthenticationEvidence> = {},
): Promise<AuthenticationEvidence> => ({
  kind: 'authentication',
  level,
  provider,
  audience,
  authenticatedAt,
  textDigest: digest,
  answer: await tokenOf(changes),
  attribute,
  shown: true,
  reference: 'the-transaction',
  ...around,
})

const verify = async (evidence: AuthenticationEvidence, of = { text, signer }, keys = trusted) =>
  await verifyAuthentication(evidence, of, keys)
const refused = (code: string) => ({ ok: false, error: `authentication-${code}` })

test('it tells who has signed, and when, however long ago', async () => {
  expect(await verify(await evidenceOf())).toEqual({
    ok: true,
    value: { signer, name: 'Ada Exempel', signedAt: new Date(authenticatedAt) },
  })
})

test.each([
  ['the text', { text: { ...text, visible: `${text.visible} ` } }, 'other-text'],
  ['an answer or file', { text: { ...text, manifest: '{"answers":"5f2d"}' } }, 'other-text'],
  ['the format', { text: { ...text, format: 'simpleMarkdownV1' } }, 'other-text'],
  ['the signer', { signer: { scheme: 'swedish-number', number: '198001139297' } }, 'other-person'],
] as const)('nothing is proven when %s is another', async (_what, change, code) => {
  expect(await verify(await evidenceOf(), { text, signer, ...change })).toEqual(refused(code))
})

test('an answer to another question is no signature, though its digest is noted beside it', async () => {
  const other = digestOfText({ ...text, visible: 'Något annat' })
  for (const nonce of [`a-random-part.${other}`, 'a-random-part', digest]) {
    expect(await verify(await evidenceOf({ nonce }))).toEqual(refused('other-text'))
  }
  expect(await verify(await evidenceOf({}, { textDigest: other }))).toEqual(refused('other-text'))
})

test.each<readonly [string, JWTPayload, string]>([
  ['another person', { [attribute]: '198001139297' }, 'other-person'],
  ['nobody', { [attribute]: undefined }, 'other-person'],
  ['another level', { acr: 'http://id.elegnamnden.se/loa/1.0/loa2' }, 'other-level'],
  ['another provider', { iss: 'https://elsewhere.example' }, 'other-provider'],
  ['another time', { auth_time: identified + 1 }, 'other-time'],
  ['another client', { aud: 'annan' }, 'other-audience'],
  ['another client as well', { aud: [audience, 'annan'] }, 'other-audience'],
  ['no client', { aud: [] }, 'other-audience'],
  ['an old identification', { iat: identified + 21 * 60 }, 'old'],
  ['another transaction', { txn: 'another' }, 'other-reference'],
  ['no nonce', { nonce: undefined }, 'malformed'],
  ['no time', { auth_time: undefined }, 'malformed'],
])('nothing is proven by a token that the hub has signed about %s', async (_what, changes, code) => {
  expect(await verify(await evidenceOf(changes))).toEqual(refused(code))
})

test('nothing is proven by a number that stands where people write their own', async () => {
  const nickname = await evidenceOf({ nickname: signer.number }, { attribute: 'nickname' })
  expect(await verify(nickname)).toEqual(refused('other-attribute'))
})

test('a token by another key proves nothing, whatever the key calls itself', async () => {
  const by = async (kid: string) => await evidenceOf({}, { answer: await tokenOf({}, { keys: another, kid }) })
  expect(await verify(await by('a'))).toEqual(refused('broken-signature'))
  expect(await verify(await by('b'))).toEqual(refused('wrong-key'))
  expect(await verify(await evidenceOf(), undefined, await jwksOf(another, 'b'))).toEqual(refused('wrong-key'))
})

test('a token without signature, or by a shared secret, proves nothing', async () => {
  const shared = await new SignJWT(payload)
    .setProtectedHeader({ alg: 'HS256', kid: 'a' })
    .sign(new TextEncoder().encode(trusted.padEnd(32)))
  expect(await verify(await evidenceOf({}, { answer: new UnsecuredJWT(payload).encode() }))).toEqual(
    refused('unsigned'),
  )
  expect(await verify(await evidenceOf({}, { answer: shared }))).toEqual(refused('weak-algorithm'))
})

test.each([
  ['', 'no-keys'],
  ['{"keys":[]}', 'no-keys'],
  ['no JSON', 'no-keys'],
])('nothing is proven where there are no keys: %j', async (keys, code) => {
  expect(await verify(await evidenceOf(), undefined, keys)).toEqual(refused(code))
})

test('what isn’t a token is not read', async () => {
  expect(await verify(await evidenceOf({}, { answer: 'abc' }))).toEqual(refused('malformed'))
})

test('one byte changed anywhere in the token proves nothing', async () => {
  const evidence = await evidenceOf()
  const { answer } = evidence
  for (const at of [5, answer.indexOf('.') + 5, Math.floor(answer.length / 2), answer.length - 8]) {
    const other = answer[at] === 'A' ? 'B' : 'A'
    const changed = answer.slice(0, at) + other + answer.slice(at + 1)
    expect(await verify({ ...evidence, answer: changed })).toMatchObject({ ok: false })
  }
})
