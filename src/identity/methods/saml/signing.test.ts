import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { testDatabase } from '../../../platform/testing/database.ts'
import type { Proof, ToSign } from '../method.ts'
import { readSamlProof } from './read-proof.ts'
import { signMessageDigestOf } from './sign-message.ts'
import { type HubChoice, type SamlStage, startSamlStage } from './testing/saml-stage.ts'

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
