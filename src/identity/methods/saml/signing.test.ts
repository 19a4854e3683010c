import { deflateRawSync } from 'node:zlib'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { testDatabase } from '../../../platform/testing/database.ts'
import { readableIn } from '../../testing/readable-in.ts'
import type { Proof, ToSign } from '../method.ts'
import { readSamlProof } from './read-proof.ts'
import { signMessageDigestOf } from './sign-message.ts'
import { type HubChoice, type SamlStage, startSamlStage } from './testing/saml-stage.ts'

/** Characters of the longest text that a hub is given, and of the checksum below it (`hubReader`). */
const hubLength = 2_079

let stage: SamlStage
beforeAll(async () => {
  stage = await startSamlStage(await testDatabase())
})
afterAll(() => stage.stop())
beforeEach(() => stage.misbehave('ok'))

const toSign: ToSign = {
  digest: 'ab'.repeat(32),
  message: 'Jag ansöker om båtplats.',
  signer: { scheme: 'swedish-number', number: '199001012385' },
}

/** Signs at the hub, which behaves as told while it answers. */
async function sign(choice: HubChoice = { metod: 'bankid', person: 'ada' }, mode = 'ok', asked = toSign) {
  const ctx = stage.contextOf()
  const method = stage.methodOf()
  const state = 'the-state-of-this-signature'
  const { address, kept } = await method.start(ctx, { state, answerAddress: stage.answerAddress(), toSign: asked })
  await stage.misbehave(mode)
  const { answer } = await stage.visit(address, choice)
  return await method.finish(ctx, kept, answer)
}

async function proofOf(...by: Parameters<typeof sign>): Promise<Proof> {
  const result = await sign(...by)
  if (!result.ok || !result.value.proof) throw new Error('not signed')
  return result.value.proof
}

test('the answer is proof that can be read without our keys: who, for which text, and that it was shown', async () => {
  const proof = await proofOf()
  expect(proof).toMatchObject({ provider: `${stage.hub}/saml`, attribute: 'urn:oid:1.2.752.29.4.13', shown: true })
  const read = readSamlProof(proof, proof.trusted)
  if (!read.ok) throw new Error(read.error)
  expect(read.value.request).toMatch(/^_[\w-]{43}\.(ab){32}$/)
  expect(read.value.attributes.get(proof.attribute)).toBe('199001012385')
  expect(read.value.shown).toBe(signMessageDigestOf(toSign.message))
  expect(read.value.identifiedAt).toBe(Date.parse(proof.authenticatedAt))
})

/** A text that must stand nowhere, to be signed by Ada. */
const secret: ToSign = { ...toSign, message: 'Jag tjänar kanarielön-4711.' }

test('no address that the browser is sent to has anything of the text or the signer’s number in it', async () => {
  const method = stage.methodOf()
  const answerAddress = stage.answerAddress()
  const { address } = await method.start(stage.contextOf(), { state: 's', answerAddress, toSign: secret })
  const { addresses } = await stage.visit(address, { metod: 'bankid', person: 'ada' })
  const readable = addresses.flatMap(readableIn).join('\n')
  expect(readable).toContain('EncryptedMessage')
  expect(readable).not.toContain('4711')
  expect(readable).not.toContain(toSign.signer.number)
})

test('what is looked for in addresses would be found in a request that isn’t encrypted', async () => {
  const xml = `<csig:Message>${Buffer.from(secret.message).toString('base64')}</csig:Message>`
  const query = new URLSearchParams({ SAMLRequest: deflateRawSync(xml).toString('base64') })
  expect(readableIn(new URL(`http://hub.example/sso?${query}`)).join('\n')).toContain('kanarielön-4711')
})

test('the longest text fits in an address that every server takes', async () => {
  const message = 'Åbäkig '.repeat(hubLength / 7)
  const { address } = await stage.methodOf().start(stage.contextOf(), {
    state: 's'.repeat(43),
    answerAddress: stage.answerAddress(),
    toSign: { ...toSign, message },
  })
  expect(address.length).toBeLessThan(8_000)
})

test('a hub whose metadata has no key to encrypt to gets no text, and is known to have shown nothing', async () => {
  await stage.misbehave('metadata-no-encryption')
  const ctx = stage.contextOf()
  const method = stage.methodOf()
  const { address, kept } = await method.start(ctx, {
    state: 'the-state',
    answerAddress: stage.answerAddress(),
    toSign: secret,
  })
  expect(readableIn(new URL(address)).join('\n')).not.toMatch(/SignMessage|4711|199001012385/)
  const { answer } = await stage.visit(address, { metod: 'bankid', person: 'ada' })
  expect(await method.finish(ctx, kept, answer)).toMatchObject({ ok: true, value: { proof: { shown: false } } })
})

test('somebody with an e-ID of another country signs by it', async () => {
  const kari: ToSign = { ...toSign, signer: { scheme: 'prid', number: 'NO:5068907693' } }
  const proof = await proofOf({ metod: 'foreign-id', person: 'kari' }, 'ok', kari)
  expect(proof.attribute).toBe('urn:oid:1.2.752.201.3.4')
})

test('another person’s answer signs nothing, whoever’s fault it is', async () => {
  const refused = { ok: false, error: { reason: 'somebody-else', code: 'saml-other-signer' } }
  expect(await sign({ metod: 'bankid', person: 'bo' })).toEqual(refused)
  expect(await sign(undefined, 'other-person')).toEqual(refused)
})

test.each([
  ['no-digest', 'saml-no-sign-message-digest'],
  ['other-digest', 'saml-other-sign-message-digest'],
  ['identified-before', 'saml-identified-before'],
  ['wrong-request', 'saml-wrong-request'],
])('nothing is signed when the hub answers with %s', async (mode, code) => {
  expect(await sign(undefined, mode)).toEqual({ ok: false, error: { reason: 'refused', code } })
})

test('a hub that has only identified somebody is no proof', async () => {
  const ctx = stage.contextOf()
  const method = stage.methodOf()
  const { address, kept } = await method.start(ctx, { state: 's', answerAddress: stage.answerAddress() })
  const { answer } = await stage.visit(address, { metod: 'bankid', person: 'ada' })
  const result = await method.finish(ctx, kept, answer)
  expect(result.ok && result.value).not.toHaveProperty('proof')
})
