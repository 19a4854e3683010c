import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openAuthority } from '../../../../simulators/authority/authority.ts'
import { days, minutes } from '../../../platform/clock.ts'
import { type TestDatabase, testDatabase } from '../../../platform/testing/database.ts'
import { attributeOf, textOf } from '../../../platform/xml/elements.ts'
import { identityProviders } from './find-provider.ts'
import { samlKeys } from './keys.ts'
import { ownMetadata } from './own-metadata.ts'
import { hubSettings, type SamlStage, startSamlStage } from './testing/saml-stage.ts'
import { verifySigned } from './verify-signed.ts'
import { allBelow, readXml } from './xml.ts'

let database: TestDatabase
let stage: SamlStage
beforeAll(async () => {
  database = await testDatabase()
  stage = await startSamlStage(database)
})
afterAll(() => stage.stop())
beforeEach(() => stage.misbehave('ok'))

const failure = (error: string) => ({ ok: false, error })

test("the hub's metadata says where to ask, and what it signs with", async () => {
  const found = await stage.newProviders()(stage.contextOf(), hubSettings)
  expect(found).toMatchObject({
    ok: true,
    value: { entityId: `${stage.hub}/saml`, singleSignOn: `${stage.hub}/saml/sso` },
  })
})

test.each([
  ['metadata-unsigned', 'saml-metadata-untrusted'],
  ['metadata-wrong-key', 'saml-metadata-untrusted'],
  ['metadata-expired', 'saml-metadata-expired'],
])('a hub with %s is not asked: %s', async (mode, code) => {
  await stage.misbehave(mode)
  expect(await stage.newProviders()(stage.contextOf(), hubSettings)).toEqual(failure(code))
  const start = stage.methodOf().start(stage.contextOf(), { state: 'x', answerAddress: stage.answerAddress() })
  await expect(start).rejects.toMatchObject({ code: 'identity-provider-failed', message: code })
})

test('an answer is not believed when the metadata is not, and it is nobody else who is to blame', async () => {
  const answerAddress = stage.answerAddress()
  const { address, kept } = await stage.methodOf().start(stage.contextOf(), { state: 'x', answerAddress })
  const { answer } = await stage.visit(address, { metod: 'bankid', person: 'ada' })
  await stage.misbehave('metadata-wrong-key')
  expect(await stage.methodOf().finish(stage.contextOf(), kept, answer)).toEqual({
    ok: false,
    error: { reason: 'unavailable', code: 'saml-metadata-untrusted' },
  })
})

test.each([
  ['another provider', { provider: 'https://elsewhere.example/saml' }, 'saml-metadata-unusable'],
  [
    'a certificate that is not there',
    { metadata: { ...hubSettings.metadata, certificate: 'none' } },
    'saml-metadata-untrusted',
  ],
  [
    'an address where nothing is',
    { metadata: { ...hubSettings.metadata, address: 'simulators:/saml/none' } },
    'saml-metadata-unreachable',
  ],
  [
    'a page that is no metadata',
    { metadata: { ...hubSettings.metadata, address: 'simulators:/healthz' } },
    'saml-metadata-unusable',
  ],
])('with %s in the settings nobody is asked', async (_what, changed, code) => {
  expect(await stage.newProviders()(stage.contextOf(), { ...hubSettings, ...changed })).toEqual(failure(code))
})

test('where there are no simulators, none is believed, by whichever address', async () => {
  const production = identityProviders({
    simulators: undefined,
    findFolder: async () => join(stage.folder, 'run', 'certificates', 'saml'),
  })
  const ctx = stage.contextOf()
  expect(await production(ctx, hubSettings)).toEqual(failure('saml-metadata-unreachable'))
  const written = {
    provider: `${stage.hub}/saml`,
    metadata: { address: `${stage.hub}/saml/metadata`, certificate: 'saml' },
  }
  expect(await production(ctx, written)).toEqual(failure('saml-metadata-unreachable'))
})

test('metadata is kept for ten minutes, and as long as it says when it can not be read anew', async () => {
  const providers = stage.newProviders()
  const at = (milliseconds: number) => stage.contextOf('nordby', { now: () => new Date(Date.now() + milliseconds) })
  expect((await providers(at(0), hubSettings)).ok).toBe(true)
  await stage.misbehave('metadata-wrong-key')
  expect((await providers(at(minutes(9)), hubSettings)).ok).toBe(true)
  expect((await providers(at(minutes(11)), hubSettings)).ok).toBe(true)
  expect(await providers(at(days(2)), hubSettings)).toEqual(failure('saml-metadata-untrusted'))
})

test('a key that is too weak, or of a kind that the libraries can not verify with, is no key', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'handslag-saml-keys-'))
  const { certificate } = await (await openAuthority(join(folder, 'a'))).issue({ commonName: 'x', use: 'client' })
  await mkdir(join(folder, 'saml'))
  await writeFile(join(folder, 'saml', 'metadata.pem'), certificate)
  const providers = identityProviders({ simulators: stage.hub, findFolder: async () => join(folder, 'saml') })
  expect(await providers(stage.contextOf(), hubSettings)).toEqual(failure('saml-metadata-untrusted'))
  await rm(folder, { recursive: true })
})

const publish = async (ctx = stage.contextOf()) => {
  const keys = await samlKeys(ctx)
  const now = ctx.clock.now()
  return {
    keys,
    text: ownMetadata(hubSettings, { origin: 'https://nordby.example', keys, contact: 'a@b.example', now }),
  }
}

test('our own metadata is signed, and says what the deployment profile asks for', async () => {
  const { keys, text } = await publish()
  const read = readXml(text)
  if (!read.ok) throw new Error(read.error)
  const verified = verifySigned(text, read.value, [keys.signing[0].certificate])
  if (!verified.ok) throw new Error(verified.error)
  const root = verified.value
  expect(attributeOf(root, 'entityID')).toBe('https://nordby.example/saml/metadata')
  const [role] = allBelow(root, 'metadata', 'SPSSODescriptor')
  expect(attributeOf(role, 'AuthnRequestsSigned')).toBe('true')
  expect(allBelow(root, 'assertion', 'AttributeValue').map(textOf)).toEqual(hubSettings.entityCategories)
  const [answers] = allBelow(root, 'metadata', 'AssertionConsumerService')
  expect(attributeOf(answers, 'Location')).toBe('https://nordby.example/logga-in/saml/svar')
  expect(text).toContain('<mdui:DisplayName xml:lang="en">The municipality of Nordby</mdui:DisplayName>')
  const [, encryption] = allBelow(root, 'metadata', 'KeyDescriptor')
  expect(attributeOf(encryption, 'use')).toBe('encryption')
  expect(text).not.toContain('rsa-1_5')
})

test('what another has signed is not our metadata, and neither is a changed one', async () => {
  const { keys, text } = await publish()
  const { signing } = await samlKeys(stage.contextOf('exempelkoping'))
  const read = readXml(text)
  if (!read.ok) throw new Error(read.error)
  expect(verifySigned(text, read.value, [signing[0].certificate])).toEqual(failure('saml-wrong-key'))

  const changed = text.replace('https://nordby.example/logga-in/saml/svar', 'https://nordby.attacker.example/svar')
  const readChanged = readXml(changed)
  if (!readChanged.ok) throw new Error(readChanged.error)
  expect(changed).not.toBe(text)
  expect(verifySigned(changed, readChanged.value, [keys.signing[0].certificate])).toEqual(failure('saml-bad-signature'))
})

test('processes that ask for keys at once get the same ones', async () => {
  const other = await testDatabase()
  const all = await Promise.all([1, 2, 3].map(() => samlKeys(other.context())))
  expect(new Set(all.map(({ signing }) => signing[0].certificate)).size).toBe(1)
  expect(all[0]?.signing[0].certificate).not.toBe(all[0]?.encryption[0].certificate)
  expect(await other.query('select use from identity.saml_key order by use')).toEqual([
    { use: 'encryption' },
    { use: 'signing' },
  ])
})

test('a key that is to retire signs until then, while its successor is published already', async () => {
  const before = await samlKeys(stage.contextOf())
  const retires = new Date(Date.now() + days(30))
  await database.query(
    "update identity.saml_key set retires_at = $1 where tenant_id = $2 and use = 'signing' and retires_at is null",
    [retires, stage.contextOf().tenant.id],
  )
  const during = await samlKeys(stage.contextOf())
  expect(during.signing[0].certificate).toBe(before.signing[0].certificate)
  expect(during.signing).toHaveLength(2)
  expect(during.encryption).toEqual(before.encryption)
  const after = await samlKeys(stage.contextOf('nordby', { now: () => new Date(retires.getTime() + 1) }))
  expect(after.signing.map(({ certificate }) => certificate)).toEqual([during.signing[1]?.certificate])
})
