import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import type { Kept } from '../../../identity/public.ts'
import type { Context } from '../../../platform/context.ts'
import { CodedError } from '../../../platform/errors.ts'
import { makeLog } from '../../../platform/log.ts'
import { testDatabase } from '../../../platform/testing/database.ts'
import { Evidence } from '../method.ts'
import { ada, aText, type BankIdStage, startBankIdStage } from './testing/bankid-stage.ts'

let stage: BankIdStage
let ctx: Context
/** Codes that were logged. */
const logged: string[] = []
/** Our clock, put forward together with BankID's; milliseconds. */
let ahead = 0

beforeAll(async () => {
  const note = (line: unknown) => void logged.push(z.object({ code: z.string() }).parse(line).code)
  ctx = {
    ...(await testDatabase()).context({ clock: { now: () => new Date(Date.now() + ahead) } }),
    log: Object.assign(makeLog('silent'), { info: note, warn: note, error: note }),
  }
  stage = await startBankIdStage()
})
afterAll(() => stage.stop())
beforeEach(() => {
  logged.length = 0
})

const forward = async (seconds: number) => {
  ahead += seconds * 1000
  await stage.post('/bankid/clock', { seconds })
}

const input = {
  device: 'this',
  endUserIp: '192.0.2.7',
  userAgent: undefined,
  host: 'localhost:3000',
  returnUrl: undefined,
} as const

const collect = (order: Kept, more: { readonly lastHint?: string } = {}, method = stage.method()) =>
  method.collect(ctx, order, { lastHint: '', text: aText, signer: ada, ...more })

const ended = (code: string, reason: string, restart = false) => ({
  kind: 'failed',
  failure: { code, reason },
  restart,
})

describe('a signing order', () => {
  test('shows the text in the app, waits, and gives evidence of who signed it', async () => {
    const order = await stage.place(ctx)
    expect(await collect(order)).toEqual({ kind: 'pending', hint: 'outstandingTransaction' })
    const { qr, message } = stage.method().view(order, { device: 'other', hint: '', now: ctx.clock.now().getTime() })
    expect({ qr, message }).toEqual({ qr: expect.stringMatching(/^bankid\./), message: 'bankid.rfa1' })
    expect(await stage.answer(ctx, order, 'ada')).toBe(aText.visible)
    await forward(2)
    const collected = await collect(order)
    expect(collected).toMatchObject({
      kind: 'complete',
      verified: { signer: ada, name: 'Ada Exempel', signedAt: expect.any(Date) },
      evidence: { kind: 'bankid', reference: order.orderRef },
    })
    expect(Evidence.safeParse(collected.kind === 'complete' && collected.evidence).success).toBe(true)
    expect(logged).toEqual([])
  })

  test('is for one person: nobody else can answer it', async () => {
    const order = await stage.place(ctx)
    await stage.answer(ctx, order, 'bo')
    expect(await collect(order)).toEqual(ended('bankid-certificate-err', 'blocked'))
  })

  test.each([
    ['who changes their mind', 'angrar', ended('bankid-user-cancel', 'cancelled')],
    ['who cancels', undefined, ended('bankid-user-cancel', 'cancelled')],
  ])('of somebody %s is over', async (_what, person, outcome) => {
    const order = await stage.place(ctx, { scheme: 'swedish-number', number: '200401012398' })
    await stage.answer(ctx, order, person)
    expect(await collect(order)).toEqual(outcome)
  })

  test('that nobody opens may be placed anew, and one that is taken back is no more', async () => {
    const [first, second] = [await stage.place(ctx), await stage.place(ctx, { ...ada, number: '198505052386' })]
    await stage.method().cancel(ctx, second)
    expect(await collect(second)).toMatchObject({ kind: 'failed' })
    await forward(31)
    expect(await collect(first)).toEqual(ended('bankid-start-failed', 'start-failed', true))
  })

  test('can’t be placed for somebody without a Swedish number', async () => {
    const signer = { scheme: 'prid', number: 'NO:5068907693' } as const
    expect(await stage.method().place(ctx, { ...input, text: aText, signer })).toEqual({
      ok: false,
      error: { reason: 'no-number', code: 'bankid-signature-no-number' },
    })
  })

  test('of more than BankID shows is a fault of ours', async () => {
    const text = { ...aText, visible: 'x'.repeat(30_001) }
    const placed = await stage.method().place(ctx, { ...input, text, signer: ada })
    expect(placed).toMatchObject({ ok: false, error: { code: 'bankid-invalid-parameters' } })
    expect(logged).toEqual(['bankid-our-fault'])
  })
})

describe('without a root to verify by', () => {
  const rootless = () => stage.method(async () => ({ ...stage.partner, signingRoot: undefined }))

  test('nobody is asked to sign', async () => {
    await expect(rootless().place(ctx, { ...input, text: aText, signer: ada })).rejects.toThrow(CodedError)
  })

  test('BankID isn’t asked for what it tells once', async () => {
    const order = await stage.place(ctx)
    await stage.answer(ctx, order, 'ada')
    expect(await collect(order, { lastHint: 'userSign' }, rootless())).toEqual({ kind: 'pending', hint: 'userSign' })
    expect(await collect(order)).toMatchObject({ kind: 'complete' })
  })
})

test('a signature that isn’t believed is a line in the log, without what was signed', async () => {
  expect(await stage.sign(ctx, 'broken-value')).toEqual(ended('bankid-signature-broken-value', 'refused'))
  expect(logged).toEqual(['bankid-signature-broken-value'])
})
