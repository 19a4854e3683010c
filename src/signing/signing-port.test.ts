import { afterAll, beforeAll, expect, test } from 'vitest'
import { aStaffMember } from '../drafts/testing/a-draft.ts'
import { anonymous } from '../platform/actor.ts'
import { getTenant } from '../tenants/public.ts'
import { changeApplication } from './commands/change-application.ts'
import { verifyEvidence } from './evidence/verify.ts'
import { type BankIdStage, startBankIdStage } from './methods/bankid/testing/bankid-stage.ts'
import type { SignedText, Signer } from './methods/method.ts'
import { readOutcome } from './outcome.ts'
import { signingPort } from './signing-port.ts'
import { named, numbers, signingStage } from './testing/a-request.ts'

const stage = await signingStage()
const ada = stage.as(await stage.person(numbers.ada))
const bo = stage.as(await stage.person(numbers.bo))
const service = await stage.service()

let bankId: BankIdStage
beforeAll(async () => {
  bankId = await startBankIdStage()
})
afterAll(() => bankId.stop())

const port = () =>
  signingPort({ ...stage.ports, findPartner: async () => bankId.partner, simulators: 'http://localhost:3001' })

test('a case worker signs a text by the same port: it knows of no draft, and of no citizen', async () => {
  const hugo = stage.as(aStaffMember())
  const text: SignedText = { visible: 'Beslut: bygglov beviljas.', format: 'plain', manifest: '{"decision":"e3b0"}' }
  const signer: Signer = { scheme: 'swedish-number', number: numbers.cecilia }
  const method = port().method(await getTenant(hugo), 'bankid', { text, signer })
  if (!method) throw new Error('There is no BankID')
  const browser = { device: 'other', endUserIp: '192.0.2.7', userAgent: undefined, host: 'localhost:3000' } as const
  const placed = await method.place(hugo, { ...browser, returnUrl: undefined })
  if (!placed.ok) throw new Error(placed.error.code)
  expect(await bankId.answer(hugo, placed.value, 'cecilia')).toContain('bygglov beviljas')
  const collected = await method.collect(hugo, placed.value, '')
  if (collected.kind !== 'complete') throw new Error(collected.kind)
  const subject = { kind: 'application', draft: 'x', party: 'x', round: 1, person: 'x', role: 'applicant' }
  const outcome = { by: 'order', method: 'bankid', what: { subject, text, signer }, ...collected } as const
  const { evidence, trusted } = readOutcome(outcome)
  expect(await verifyEvidence(evidence, { text, signer }, trusted)).toMatchObject({ ok: true, value: { signer } })
  const other = { text: { ...text, visible: 'Beslut: bygglov avslås.' }, signer }
  expect(await verifyEvidence(evidence, other, trusted)).toEqual({ ok: false, error: 'bankid-signature-other-text' })
})

test('there is no order with a hub, nor by a name that the municipality doesn’t have', async () => {
  const tenant = await getTenant(ada)
  expect(port().method(tenant, 'region', {})).toBeUndefined()
  expect(port().method(tenant, 'nagot', {})).toBeUndefined()
})

test('a simulator’s app is no way to sign where there are none', async () => {
  const { method } = signingPort({ ...stage.ports, findPartner: async () => bankId.partner, simulators: undefined })
  expect(method(await getTenant(ada), 'bankid', {})).toBeUndefined()
})

test('whoever has signed goes on where they stand: the applicant, another party, the last one, and once more', async () => {
  const draft = await stage.request(ada, { service, parties: [named(numbers.bo, 1)] })
  const finish = async (ctx: typeof ada, given: Parameters<ReturnType<typeof port>['finish']>[1]) =>
    await port().finish(ctx, given)
  const adas = { transaction: ada.ids.next(), outcome: await stage.signed(await stage.prepare(ada, draft)) }
  // Her session has ended in the meantime.
  expect(await finish(stage.as(anonymous), adas)).toBe(`/utkast/${draft}/signering?klart=underskrift`)
  await stage.answer(bo, draft, 'Snickare')
  const bos = { transaction: bo.ids.next(), outcome: await stage.signed(await stage.prepare(bo, draft)) }
  expect(await finish(bo, bos)).toBe(`/mina-sidor/arenden/${draft}`)
  expect(await finish(bo, bos)).toBe(`/mina-sidor/arenden/${draft}`)
})

test('whoever signed what has been changed is told so, where they stood', async () => {
  const draft = await stage.request(ada, { service, parties: [named(numbers.bo, 1)] })
  await stage.sign(ada, draft)
  await stage.answer(bo, draft, 'Snickare')
  const outcome = await stage.signed(await stage.prepare(bo, draft))
  await changeApplication(ada, draft)
  expect(await port().finish(bo, { transaction: bo.ids.next(), outcome })).toBe(
    `/signera/${draft}/underskrift?fel=andrad`,
  )
})

test('another party whose signature isn’t theirs, or is of what is gone, is told so where they stood', async () => {
  const draft = await stage.request(ada, { service, parties: [named(numbers.bo, 1)] })
  await stage.sign(ada, draft)
  await stage.answer(bo, draft, 'Snickare')
  const what = await stage.prepare(bo, draft)
  const finish = async (of: typeof what) =>
    await port().finish(bo, { transaction: bo.ids.next(), outcome: { ...(await stage.signed(what)), what: of } })
  const [others, words, gone] = [
    { ...what, subject: { ...what.subject, person: bo.ids.next() } },
    { ...what, text: { ...what.text, visible: 'Jag ger bort mitt hus.' } },
    { ...what, subject: { ...what.subject, draft: bo.ids.next() } },
  ]
  const page = `/signera/${draft}/underskrift`
  expect(await finish(others)).toBe(`${page}?fel=nagon-annan`)
  expect(await finish(words)).toBe(`${page}?fel=misslyckad`)
  expect(await finish(gone)).toBe(`/signera/${gone.subject.draft}/underskrift?fel=andrad`)
})
