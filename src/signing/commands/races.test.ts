import { expect, test } from 'vitest'
import { markSent } from '../../drafts/public.ts'
import { system } from '../../platform/actor.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import { untilLocked } from '../../platform/testing/locks.ts'
import { enterSystem } from '../hold-request.ts'
import type { CompleteApplication } from '../model.ts'
import { readOwnRequest } from '../queries/read-own-request.ts'
import { signedBy } from '../seen.ts'
import { named, numbers, signingStage } from '../testing/a-request.ts'
import { manifestFor } from '../text-of.ts'
import { voidRequest } from '../void-request.ts'
import { changeApplication } from './change-application.ts'
import { finishSigning } from './finish-signing.ts'
import { joinInvitations } from './join-invitations.ts'
import { withdrawRequest } from './withdraw-request.ts'

const stage = await signingStage()
const { completed, ports } = stage
const ada = stage.as(await stage.person(numbers.ada))
const bo = stage.as(await stage.person(numbers.bo))
const cecilia = stage.as(await stage.person(numbers.cecilia))
const service = await stage.service()

const times = 100
const atOnce = 4

/** Does it a hundred times, some at once: the pool has twenty connections. */
async function often(work: (time: number) => Promise<void>): Promise<void> {
  const all = Array.from({ length: times }, (_, time) => time)
  const next = async (): Promise<void> => {
    const time = all.shift()
    if (time === undefined) return
    await work(time)
    await next()
  }
  await Promise.all(Array.from({ length: atOnce }, next))
}

/** Somebody's signature as it comes back from their app, on its way to be put. */
async function onItsWay(ctx: typeof bo, draft: string) {
  await stage.answer(ctx, draft, 'Snickare')
  const outcome = await stage.signed(await stage.prepare(ctx, draft))
  return async () => await finishSigning(ctx, ports, { transaction: ctx.ids.next(), outcome })
}

async function remove(draft: string): Promise<void> {
  const ctx = stage.as(system)
  await inTransaction(ctx, async ({ db }) => {
    await db.deleteFrom('drafts.draft').where('tenant_id', '=', ctx.tenant.id).where('draft_id', '=', draft).execute()
  })
}

const sentOf = (draft: string): readonly CompleteApplication[] => completed.filter((sent) => sent.draft === draft)

/** Whether all have signed exactly what is sent. */
function covers({ draft, copy, files, signers }: CompleteApplication): boolean {
  return signers.every((signer) => {
    const { role, signed } = signer
    const seen = signedBy(service.definition.form, { copy, files }, { role, own: signed?.own })
    return signed?.text.manifest === manifestFor({ draft, service, seen, signer, parties: signers })
  })
}

test('the last two sign in the same second: one case, a hundred times', { timeout: 300_000 }, async () => {
  await often(async () => {
    const draft = await stage.request(ada, { service, parties: [named(numbers.bo, 1), named(numbers.cecilia, 2)] })
    await stage.sign(ada, draft)
    const both = [await onItsWay(bo, draft), await onItsWay(cecilia, draft)]
    const finished = await Promise.all(both.map(async (put) => await put()))
    const kinds = finished.map((one) => (one.ok ? one.value.outcome.kind : one.error.code)).toSorted()
    expect(kinds).toEqual(['completed', 'waiting'])
    expect(sentOf(draft)).toHaveLength(1)
    expect(sentOf(draft).every(covers)).toBe(true)
  })
})

test('the applicant edits while the other signs: never a case that somebody hasn’t signed, a hundred times', {
  timeout: 300_000,
}, async () => {
  const outcomes: string[] = []
  // A signature is verified before it takes the draft, so who edits at once is always first: they look at their page first, once more as often as they were first the
  // last time, and once less when they weren't. So the two come as close as they can on any machine, each first about half the times.
  let looks = 0
  await often(async (time) => {
    const parties = [named(numbers.bo, 1)]
    const draft = await stage.request(ada, { service, parties, answers: { namn: 'Före' } })
    await stage.sign(ada, draft)
    const put = await onItsWay(bo, draft)
    const look = async (times: number): Promise<void> => {
      if (times === 0) return
      // What has been sent meanwhile is no request any more.
      await readOwnRequest(ada, draft).catch(() => undefined)
      await look(times - 1)
    }
    const edit = async () => {
      await look(looks)
      try {
        await (time % 3 === 0 ? withdrawRequest : changeApplication)(ada, draft)
        if (time % 2 === 0) await stage.request(ada, { service, parties, draft, answers: { namn: 'Efter' } })
        return 'edited'
      } catch {
        return 'too-late'
      }
    }
    const [signed, edited] = await Promise.all([put(), edit()])
    looks = Math.max(0, looks + (signed.ok ? -1 : 1))
    outcomes.push(`${signed.ok ? signed.value.outcome.kind : 'refused'} ${edited}`)
    expect(sentOf(draft)).toHaveLength(signed.ok ? 1 : 0)
    expect(sentOf(draft).every(covers)).toBe(true)
    expect(edited).toBe(signed.ok ? 'too-late' : 'edited')
    // Nobody may have a hundred drafts that aren't sent.
    if (!signed.ok) await remove(draft)
  })
  // Both have come first, and nothing else has come of it.
  expect(new Set(outcomes)).toEqual(new Set(['completed too-late', 'refused edited']))
})

test('who logs in just as they are asked can read it at once, however the two come', async () => {
  const dagnysActor = await stage.person(numbers.dagny)
  const dagny = stage.as(dagnysActor)
  const asSystem = stage.as(system)
  for (let time = 0; time < 25; time++) {
    const draft = await stage.request(ada, { service, parties: [named(numbers.dagny, 1)] })
    // As if nobody had known her when it was sealed.
    await stage.database.query('update signing.party set person_id = null where draft_id = $1 and position = 1', [
      draft,
    ])
    const outcome = await stage.signed(await stage.prepare(ada, draft))
    const [signed] = await Promise.all([
      finishSigning(ada, ports, { transaction: ada.ids.next(), outcome }),
      inTransaction(asSystem, async (tx) => await joinInvitations(asSystem, tx, dagnysActor.id)),
    ])
    expect(signed).toMatchObject({ ok: true })
    await stage.answer(dagny, draft, 'Pensionär')
    expect(await stage.sign(dagny, draft)).toMatchObject({ value: { outcome: { kind: 'completed' } } })
  }
})

test.each([
  ['a change', 'change'],
  ['taking it back', 'withdraw'],
] as const)('%s that holds the draft is waited for, and then refuses the signature', async (_what, by) => {
  const draft = await stage.request(ada, { service, parties: [named(numbers.bo, 1)] })
  await stage.sign(ada, draft)
  const put = await onItsWay(bo, draft)
  const putting = await inTransaction(ada, async (tx) => {
    await voidRequest(ada, tx, { draft, by })
    const begun = { finished: put() }
    await untilLocked(stage.database)
    return begun
  })
  expect(await putting.finished).toMatchObject({ ok: false, error: { code: 'signing-not-collecting' } })
  expect(sentOf(draft)).toEqual([])
})

test('what was sent by other means meanwhile takes no signature', async () => {
  const draft = await stage.request(ada, { service, parties: [named(numbers.bo, 1)] })
  await stage.sign(ada, draft)
  const put = await onItsWay(bo, draft)
  await inTransaction(ada, async (tx) => {
    await enterSystem(ada, tx)
    await markSent(ada, tx, draft)
  })
  expect(await put()).toMatchObject({ ok: false, error: { code: 'signing-not-collecting' } })
})
