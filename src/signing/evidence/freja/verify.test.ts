import { createHash, X509Certificate } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CompactSign, importPKCS8 } from 'jose'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openAuthority } from '../../../../simulators/authority/authority.ts'
import type { SignedText, Signer } from '../../methods/method.ts'
import { ssnUserInfo } from './ssn-user-info.ts'
import { type FrejaEvidence, verifyFrejaSignature } from './verify.ts'

type Pair = { readonly certificate: string; readonly key: string }

const signedAt = new Date('2027-03-03T13:30:00.000Z')
const collectedAt = '2027-03-03T13:30:04.000Z'
const signer: Signer = { scheme: 'swedish-number', number: '199001012385' }
const text: SignedText = { visible: 'Jag ansöker om båtplats.', format: 'plain', manifest: '{"answers":"5f2c"}' }
const expected = { text, signer }

let folder: string
let freja: Pair
let another: Pair

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'handslag-freja-evidence-'))
  const authority = await openAuthority(folder)
  const issue = async (commonName: string): Promise<Pair> => {
    const { certificate, key } = await authority.issue({ commonName, use: 'signing' })
    return { certificate: new X509Certificate(certificate).toString(), key }
  }
  freja = await issue('Freja')
  another = await issue('Another')
})
afterAll(() => rm(folder, { recursive: true }))

const base64 = (value: string): string => Buffer.from(value).toString('base64')

const sign = async (payload: object, { certificate, key }: Pair): Promise<string> =>
  await new CompactSign(new TextEncoder().encode(JSON.stringify(payload)))
    .setProtectedHeader({
      alg: 'RS256',
      x5t: createHash('sha1').update(new X509Certificate(certificate).raw).digest('base64url'),
    })
    .sign(await importPKCS8(key, 'RS256'))

const userSignature = (changes: object = {}): Promise<string> =>
  sign({ text: base64(text.visible), binaryData: base64(text.manifest), ...changes }, another)

/** Evidence that is right, but for what is changed in the details that Freja signs, or around them. */
const evidenceOf = async (changes: object = {}, around: Partial<FrejaEvidence> = {}): Promise<FrejaEvidence> => ({
  kind: 'freja',
  details: await sign(
    {
      signRef: 'the-order',
      status: 'APPROVED',
      userInfoType: 'SSN',
      userInfo: ssnUserInfo(signer.number),
      timestamp: signedAt.getTime(),
      requestedAttributes: { ssn: { country: 'SE', ssn: signer.number }, registrationLevel: 'PLUS' },
      signatureType: 'EXTENDED',
      signatureData: { userSignature: await userSignature() },
      ...changes,
    },
    freja,
  ),
  certificate: freja.certificate,
  collectedAt,
  reference: 'the-order',
  ...around,
})

const verify = async (evidence: FrejaEvidence, of = expected, trusted = freja.certificate) =>
  await verifyFrejaSignature(evidence, of, trusted)
const refused = (code: string) => ({ ok: false, error: `freja-signature-${code}` })

test('it tells who has signed, and when', async () => {
  expect(await verify(await evidenceOf())).toEqual({ ok: true, value: { signer, name: undefined, signedAt } })
})

test('it is still right when Freja has taken other certificates into use, as long as the old one is trusted', async () => {
  expect(await verify(await evidenceOf(), expected, another.certificate + freja.certificate)).toMatchObject({
    ok: true,
  })
})

test.each([
  ['the text', { text: { ...text, visible: `${text.visible} ` } }, 'other-text'],
  ['an answer or file', { text: { ...text, manifest: '{"answers":"5f2d"}' } }, 'other-binary-data'],
  ['the signer', { signer: { scheme: 'swedish-number', number: '198001139297' } }, 'another-person'],
  ['the signer’s kind', { signer: { scheme: 'prid', number: '199001012385' } }, 'another-person'],
] as const)('nothing is proven when %s is another', async (_what, change, code) => {
  expect(await verify(await evidenceOf(), { ...expected, ...change })).toEqual(refused(code))
})

test('nothing is proven by a certificate that nobody trusts, even if it comes along', async () => {
  const evidence = await evidenceOf()
  expect(await verify(evidence, expected, another.certificate)).toEqual(refused('unknown-certificate'))
  for (const certificate of [another.certificate, 'no certificate']) {
    const trusted = another.certificate + freja.certificate
    expect(await verify({ ...evidence, certificate }, expected, trusted)).toEqual(refused('unknown-certificate'))
  }
})

test.each([
  ['collected half an hour later', { collectedAt: '2027-03-03T14:00:00.000Z' }, 'wrong-time'],
  ['collected before it was signed', { collectedAt: '2027-03-03T13:28:00.000Z' }, 'wrong-time'],
  [
    'collected when the certificate was no longer valid',
    { collectedAt: '2097-03-03T13:30:00.000Z' },
    'expired-certificate',
  ],
  ['of another order', { reference: 'another-order' }, 'other-reference'],
  ['without details', { details: '' }, 'no-jws'],
  ['with details that aren’t a JWS', { details: 'abc' }, 'malformed-jws'],
] as const)('nothing is proven by evidence %s', async (_what, around, code) => {
  expect(await verify(await evidenceOf({}, around))).toEqual(refused(code))
})

test('an order for somebody else than who has signed proves nothing', async () => {
  expect(await verify(await evidenceOf({ userInfo: ssnUserInfo('198001139297') }))).toEqual(refused('another-person'))
})

test.each(['text', 'binaryData'])('%s that isn’t Base64, or missing, is not read at all', async (part) => {
  for (const value of ['inte base64', undefined]) {
    const signatureData = { userSignature: await userSignature({ [part]: value }) }
    expect(await verify(await evidenceOf({ signatureData }))).toEqual(refused('malformed-user-signature'))
  }
})

test('one byte changed anywhere in the details or the certificate proves nothing, even one that means the same', async () => {
  const evidence = await evidenceOf()
  for (const part of ['details', 'certificate'] as const) {
    const whole = evidence[part]
    for (const at of [5, Math.floor(whole.length / 2), whole.length - 1]) {
      const other = String.fromCharCode(whole.charCodeAt(at) ^ 1)
      const changed = whole.slice(0, at) + other + whole.slice(at + 1)
      expect(await verify({ ...evidence, [part]: changed })).toMatchObject({ ok: false })
    }
  }
})
