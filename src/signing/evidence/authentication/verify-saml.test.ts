import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type SamlStage, startSamlStage } from '../../../identity/methods/saml/testing/saml-stage.ts'
import type { Proof } from '../../../identity/public.ts'
import { testDatabase } from '../../../platform/testing/database.ts'
import type { SignedText, Signer } from '../../methods/method.ts'
import { bindingOf } from './binding.ts'
import { authenticationEvidence } from './evidence.ts'
import type { AuthenticationEvidence } from './said.ts'
import { verifyAuthentication } from './verify.ts'

let stage: SamlStage
let right: AuthenticationEvidence
let trusted: string

const signer: Signer = { scheme: 'swedish-number', number: '199001012385' }
const text: SignedText = { visible: 'Jag ansöker om båtplats.', format: 'plain', manifest: '{"answers":"5f2c"}' }

type Odd = {
  /** What the hub shows instead of the text. */
  readonly message?: string
  /** Whether the hub has promised to show it. */
  readonly shown?: boolean
}

/** Signs at the region's hub; answers the evidence, and the certificates that it is believed by. */
async function sign(
  of = text,
  { message, shown = true }: Odd = {},
): Promise<{ readonly evidence: AuthenticationEvidence; readonly proof: Proof }> {
  const ctx = stage.contextOf()
  const method = stage.methodOf()
  const toSign = { ...bindingOf(of, signer), ...(message !== undefined && { message }) }
  const { address, kept } = await method.start(ctx, { state: 's', answerAddress: stage.answerAddress(), toSign })
  const { answer } = await stage.visit(address, { metod: 'bankid', person: 'ada' })
  const result = await method.finish(ctx, { ...kept, toSign: { ...toSign, shown } }, answer)
  if (!result.ok || !result.value.proof) throw new Error('not signed')
  const { proof, ...identity } = result.value
  return { evidence: authenticationEvidence(of, { identity, proof }), proof }
}

beforeAll(async () => {
  stage = await startSamlStage(await testDatabase())
  const signed = await sign()
  right = signed.evidence
  trusted = signed.proof.trusted
})
afterAll(() => stage.stop())
beforeEach(() => stage.misbehave('ok'))

const verify = async (changes: Partial<AuthenticationEvidence> = {}, of = { text, signer }, keys = trusted) =>
  await verifyAuthentication({ ...right, ...changes }, of, keys)
const refused = (code: string) => ({ ok: false, error: `authentication-${code}` })
const changed = (pattern: RegExp | string, by: string) => ({ answer: right.answer.replace(pattern, () => by) })

test('it tells who has signed, and when', async () => {
  expect(await verify()).toEqual({
    ok: true,
    value: { signer, name: 'Ada Exempel', signedAt: new Date(right.authenticatedAt) },
  })
})

test.each([
  ['the text', { text: { ...text, visible: `${text.visible} ` } }, 'other-text'],
  ['an answer or file', { text: { ...text, manifest: '{"answers":"5f2d"}' } }, 'other-text'],
  ['the signer', { signer: { scheme: 'swedish-number', number: '198001139297' } }, 'other-person'],
] as const)('nothing is proven when %s is another', async (_what, change, code) => {
  expect(await verify({}, { text, signer, ...change })).toEqual(refused(code))
})

test.each<readonly [string, Partial<AuthenticationEvidence>, string]>([
  ['another level', { level: 'http://id.elegnamnden.se/loa/1.0/loa4' }, 'other-level'],
  ['another provider', { provider: 'https://elsewhere.example' }, 'other-provider'],
  ['another audience', { audience: 'https://annan.example' }, 'other-audience'],
  ['another time', { authenticatedAt: '2020-01-01T00:00:00.000Z' }, 'other-time'],
  ['another transaction', { reference: 'another' }, 'other-reference'],
  ['another attribute', { attribute: 'urn:oid:2.5.4.42' }, 'other-attribute'],
  ['an attribute of another kind of number', { attribute: 'urn:oid:1.2.752.201.3.4' }, 'other-attribute'],
  ['an attribute that has another number', { attribute: 'urn:oid:1.2.752.201.3.16' }, 'other-person'],
  ['another key of the assertion', { contentKey: Buffer.alloc(32).toString('base64') }, 'undecipherable'],
  ['no key of the assertion', { contentKey: undefined }, 'undecipherable'],
])('nothing is proven when %s is noted', async (_what, changes, code) => {
  expect(await verify(changes)).toEqual(refused(code))
})

test('an answer that names another request, or is changed otherwise, has no signature any more', async () => {
  expect(await verify(changed(/InResponseTo="_./, 'InResponseTo="_-'))).toEqual(refused('broken-signature'))
  expect(await verify(changed(/<ds:SignatureValue>..../, '<ds:SignatureValue>AAAA'))).toEqual(
    refused('broken-signature'),
  )
  expect(await verify(changed(/<ds:Signature[ >].*<\/ds:Signature>/s, ''))).toEqual(refused('unsigned'))
  expect(await verify(changed('<samlp:Status>', '<samlp:Status><samlp:Response/>'))).toEqual(refused('wrapped'))
  expect(await verify(changed(/^/, '<!DOCTYPE a>'))).toEqual(refused('dtd'))
  expect(await verify(changed(/<\/samlp:Response>$/, ''))).toEqual(refused('malformed'))
})

test('nothing is proven by keys that aren’t the hub’s, or where there are none', async () => {
  const federation = await readFile(join(stage.folder, 'run', 'certificates', 'saml', 'metadata.pem'), 'utf8')
  expect(await verify({}, undefined, federation)).toEqual(refused('wrong-key'))
  expect(await verify({}, undefined, '')).toEqual(refused('no-keys'))
})

test('a hub that has shown another text proves nothing', async () => {
  const { evidence } = await sign(text, { message: 'En annan text' })
  expect(await verifyAuthentication(evidence, { text, signer }, trusted)).toEqual(refused('other-digest'))
})

test('a hub that promised to show the text, and says nothing of it, proves nothing', async () => {
  await stage.misbehave('no-digest')
  const { evidence } = await sign(text, { shown: false })
  expect(evidence.shown).toBe(false)
  expect(await verifyAuthentication(evidence, { text, signer }, trusted)).toMatchObject({ ok: true })
  expect(await verifyAuthentication({ ...evidence, shown: true }, { text, signer }, trusted)).toEqual(
    refused('no-digest'),
  )
})
