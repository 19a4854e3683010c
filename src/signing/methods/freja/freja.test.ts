import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { FrejaFaultMode } from '../../../../simulators/freja/faults.ts'
import { type Simulators, startSimulators } from '../../../../simulators/simulators.ts'
import { findFreePort } from '../../../../simulators/testing/ports.ts'
import type { Kept, Partner } from '../../../identity/public.ts'
import { later } from '../../../platform/clock.ts'
import type { Context } from '../../../platform/context.ts'
import { testDatabase } from '../../../platform/testing/database.ts'
import { FrejaSettings } from '../../../tenants/public.ts'
import { verifyFrejaSignature } from '../../evidence/freja/verify.ts'
import type { CollectedSignature, SignedText, Signer } from '../method.ts'
import { frejaSigning } from './freja.ts'

const ada: Signer = { scheme: 'swedish-number', number: '199001012385' }
const text: SignedText = {
  visible: 'Ansökan om båtplats\n\nBåtens längd: 6,5 m – åäö',
  format: 'plain',
  manifest: '{"answers":"5f2c"}',
}
let folder: string
let simulators: Simulators
let origin: string
let partner: Partner
let ctx: Context

beforeAll(async () => {
  ctx = (await testDatabase()).context()
  folder = await mkdtemp(join(tmpdir(), 'handslag-freja-signing-'))
  const httpPort = await findFreePort()
  simulators = await startSimulators({ productPort: 4999, httpPort, dataFolder: folder })
  origin = `http://localhost:${httpPort}`
  const read = (name: string) => readFile(join(folder, 'run', 'certificates', 'freja', name), 'utf8')
  partner = {
    address: `https://localhost:${simulators.partnersPort}/freja`,
    certificate: await read('client.pem'),
    key: await read('client.key'),
    authority: await read('authority.pem'),
    signing: await read('signing.pem'),
  }
})
afterAll(async () => {
  await simulators.stop()
  await rm(folder, { recursive: true })
})
afterEach(() => setFault({ mode: 'ok' }))

async function post(path: string, body: object): Promise<void> {
  const response = await fetch(origin + path, { method: 'POST', body: JSON.stringify(body) })
  expect(response.status).toBe(200)
}
const setFault = (fault: { readonly mode: FrejaFaultMode; readonly code?: number }) => post('/freja/faults', fault)

const method = (found: Partial<Partner> = {}, settings: Partial<FrejaSettings> = {}) =>
  frejaSigning(
    {
      ...FrejaSettings.parse({
        kind: 'freja',
        address: 'simulators:/freja',
        certificate: 'freja',
        launch: `${origin}/freja/app`,
      }),
      ...settings,
    },
    async () => ({ ...partner, ...found }),
  )

const placing = (changes: { readonly text?: SignedText; readonly signer?: Signer } = {}, from = method()) =>
  from.place(ctx, {
    device: 'other',
    endUserIp: '127.0.0.1',
    userAgent: undefined,
    host: 'localhost',
    returnUrl: undefined,
    text,
    signer: ada,
    ...changes,
  })

async function place(from = method()): Promise<Kept> {
  const placed = await placing({}, from)
  if (!placed.ok) throw new Error(placed.error.code)
  return placed.value
}

/** Answers an order in the app; the status that the app has. */
async function answerInApp(order: Kept, fields: Readonly<Record<string, string>>): Promise<number> {
  const { qr = '' } = method().view(order, { device: 'other', hint: '', now: 0 })
  const transactionReference = new URL(qr).searchParams.get('transactionReference') ?? ''
  const body = new URLSearchParams({ transactionReference, ...fields })
  return (await fetch(`${origin}/freja/app`, { method: 'POST', body })).status
}

const collect = (order: Kept, from = method(), clock = ctx): Promise<CollectedSignature> =>
  from.collect(clock, order, { lastHint: 'DELIVERED_TO_MOBILE', text, signer: ada })

async function signed(from = method(), clock = ctx): Promise<CollectedSignature> {
  const order = await place(from)
  expect(await answerInApp(order, { person: 'ada', svar: 'skriv-under' })).toBe(200)
  return await collect(order, from, clock)
}

const refused = (code: string, reason = 'refused') => ({ kind: 'failed', failure: { reason, code }, restart: false })

test('an order shows its text in the app, and comes back as evidence that anybody with Freja’s certificates can verify', async () => {
  const order = await place()
  const { qr = '' } = method().view(order, { device: 'other', hint: '', now: 0 })
  const app = await (await fetch(qr)).text()
  expect(app).toContain('Båtens längd: 6,5 m – åäö')
  expect(app).not.toContain('5f2c')
  expect(await collect(order)).toEqual({ kind: 'pending', hint: 'DELIVERED_TO_MOBILE' })
  expect(await answerInApp(order, { person: 'ada', svar: 'skriv-under' })).toBe(200)
  const collected = await collect(order)
  if (collected.kind !== 'complete' || collected.evidence.kind !== 'freja') throw new Error(collected.kind)
  expect(collected.verified).toEqual({ signer: ada, name: 'Ada Exempel', signedAt: expect.any(Date) })
  expect(await verifyFrejaSignature(collected.evidence, { text, signer: ada }, partner.signing ?? '')).toEqual({
    ok: true,
    value: collected.verified,
  })
})

test('somebody else can’t answer, and the order waits for whom it names', async () => {
  const order = await place()
  expect(await answerInApp(order, { person: 'bo', svar: 'skriv-under' })).toBe(403)
  expect(await collect(order)).toMatchObject({ kind: 'pending' })
})

test('what is signed with the newer certificate counts; what stands beside the signature is never read', async () => {
  for (const mode of ['second-certificate', 'other-attributes'] as const) {
    await setFault({ mode })
    expect(await signed()).toMatchObject({ kind: 'complete', verified: { signer: ada, name: 'Ada Exempel' } })
  }
})

test.each([
  ['no-jws', 'no-jws'],
  ['wrong-key', 'wrong-key'],
  ['embedded-key', 'wrong-key'],
  ['tampered', 'wrong-key'],
  ['alg-none', 'wrong-algorithm'],
  ['alg-hs256', 'wrong-algorithm'],
  ['unknown-certificate', 'unknown-certificate'],
  ['not-details', 'malformed-details'],
  ['other-reference', 'other-reference'],
  ['not-approved', 'not-approved'],
  ['old', 'wrong-time'],
  ['future', 'wrong-time'],
  ['low-level', 'low-level'],
  ['another-person', 'another-person'],
  ['other-text', 'other-text'],
  ['other-binary-data', 'other-binary-data'],
  ['other-type', 'other-type'],
  ['not-by-user', 'not-by-user'],
  ['not-user-signature', 'malformed-user-signature'],
] as const)('an answer that is wrong is nobody’s signature: %s', async (mode, code) => {
  await setFault({ mode })
  expect(await signed()).toEqual(refused(`freja-signature-${code}`))
})

test.each(['foreign-number', 'no-number'] as const)(
  '%s is told apart, for the person can do something about it',
  async (mode) => {
    await setFault({ mode })
    expect(await signed()).toEqual(refused(`freja-signature-${mode}`, 'no-number'))
  },
)

test('an answer to another relying party of the same integrator is refused, and ours is not', async () => {
  const ours = method({}, { relyingParty: 'exempelkoping' })
  expect(await signed(ours)).toMatchObject({ kind: 'complete' })
  await setFault({ mode: 'other-relying-party' })
  expect(await signed(ours)).toEqual(refused('freja-signature-other-relying-party'))
})

test('a certificate counts only while it is valid, and a signature only after its order', async () => {
  const inElevenYears = { ...ctx, clock: { now: () => later(new Date(), 11 * 365 * 86_400_000) } }
  expect(await signed(method(), inElevenYears)).toEqual(refused('freja-signature-expired-certificate'))
  const order = await place()
  await answerInApp(order, { person: 'ada', svar: 'skriv-under' })
  const placedLater = { ...order, placedAt: Date.now() + 120_000 }
  expect(await collect(placedLater)).toEqual(refused('freja-signature-before-order'))
})

test('a signature serves no other text and no other signer than it is collected for', async () => {
  const order = await place()
  await answerInApp(order, { person: 'ada', svar: 'skriv-under' })
  const asked = { lastHint: '', text, signer: ada }
  const otherFile = { ...text, manifest: '{"answers":"5f2d"}' }
  expect(await method().collect(ctx, order, { ...asked, text: otherFile })).toEqual(
    refused('freja-signature-other-binary-data'),
  )
  const bo: Signer = { scheme: 'swedish-number', number: '198001139297' }
  expect(await method().collect(ctx, order, { ...asked, signer: bo })).toEqual(
    refused('freja-signature-another-person'),
  )
})

test('declined in the app, taken back by us, too late, and two at once', async () => {
  const declined = await place()
  expect(await answerInApp(declined, { svar: 'avbryt' })).toBe(200)
  expect(await collect(declined)).toEqual(refused('freja-canceled', 'cancelled'))
  const takenBack = await place()
  await method().cancel(ctx, takenBack)
  expect(await collect(takenBack)).toEqual(refused('freja-rp-canceled', 'cancelled'))
  const late = await place()
  await post('/freja/clock', { seconds: 299, transactionReference: late.reference })
  expect(await collect(late)).toMatchObject({ kind: 'pending' })
  await post('/freja/clock', { seconds: 2, transactionReference: late.reference })
  expect(await collect(late)).toEqual(refused('freja-expired', 'expired'))
  const other = await place()
  await setFault({ mode: 'rejected' })
  expect(await collect(other)).toEqual(refused('freja-rejected', 'in-progress'))
})

test('an order for somebody without Freja, or without a Swedish number, or of too long a text, is not placed', async () => {
  const failure = async (changes: Parameters<typeof placing>[0]) => {
    const placed = await placing(changes)
    return placed.ok ? undefined : placed.error
  }
  expect(await failure({ signer: { scheme: 'swedish-number', number: '201401012396' } })).toEqual({
    reason: 'start-failed',
    code: 'freja-error-1012',
  })
  expect(await failure({ signer: { scheme: 'prid', number: 'NO:5068907693' } })).toEqual({
    reason: 'no-number',
    code: 'freja-signature-no-number',
  })
  expect(await failure({ text: { ...text, visible: 'å'.repeat(4096) } })).toBeUndefined()
  expect(await failure({ text: { ...text, visible: 'å'.repeat(4097) } })).toEqual({
    reason: 'unavailable',
    code: 'freja-signature-too-long',
  })
})

test('a Freja that is down, or not set up, leaves an order as it stood', async () => {
  const order = await place()
  const pending = { kind: 'pending', hint: 'DELIVERED_TO_MOBILE' }
  expect(await collect(order, method({ signing: undefined }))).toEqual(pending)
  await expect(placing({}, method({ signing: undefined }))).rejects.toThrow('no signing certificates')
  await setFault({ mode: 'down' })
  expect(await collect(order)).toEqual(pending)
  expect(await placing()).toEqual({ ok: false, error: { reason: 'unavailable', code: 'freja-no-answer' } })
})

test('the page says what to do in words of signing', async () => {
  const order = await place()
  const view = (hint: string) => method().view(order, { device: 'this', hint, now: 0 }).message
  expect([view(''), view('DELIVERED_TO_MOBILE'), view('SOMETHING_NEW')]).toEqual([
    'freja.sign.started',
    'freja.sign.delivered-to-mobile',
    'freja.sign.unknown',
  ])
  expect(method().ended('freja-expired', 'this')).toBe('freja.sign.expired')
  expect(method().ended('freja-canceled', 'this')).toBe('freja.canceled')
  expect(method().ended('freja-signature-low-level', 'this')).toBe('freja.low-level')
  expect(method().ended('freja-signature-other-text', 'this')).toBeUndefined()
})
