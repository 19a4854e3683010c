import { beforeEach, describe, expect, test } from 'vitest'
import { saveStep } from '../../drafts/commands/save-step.ts'
import { getDraft } from '../../drafts/public.ts'
import { aDraft, aPost, someFacts } from '../../drafts/testing/a-draft.ts'
import { aPerson } from '../../people/testing/a-person.ts'
import { aRegister } from '../../people/testing/a-register.ts'
import { atOnce } from '../../people/testing/limits.ts'
import { system } from '../../platform/actor.ts'
import { days, later } from '../../platform/clock.ts'
import type { Context } from '../../platform/context.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import { listInvitations } from '../queries/list-invitations.ts'
import { readInvitation } from '../queries/read-invitation.ts'
import { named, numbers, signingStage } from '../testing/a-request.ts'
import { checkSigners } from './check-signers.ts'
import { finishSigning } from './finish-signing.ts'
import { joinInvitations } from './join-invitations.ts'
import { sendMissing } from './send-missing.ts'

const stage = await signingStage()
const { database, events, completed, ports } = stage
const running = await aRegister()
const service = await stage.service({ missing: 'may-send' })
const bosActor = await stage.person(numbers.bo)
const bo = stage.as(bosActor)

/** Protected by the register's word; anybody by the login's. */
const hidden = '200001252386'
const gustav = '197001782395'
const secret = 'Hemliga gatan 7'
const answers = { namn: secret }

/** What a later login says of somebody. */
const protect = async (number: string) => await aPerson(database, number, { facts: undefined })
const liftAll = async () =>
  await database.query('update people.person set protected_identity = false, unchecked = false')
const unchecked = {
  certain: false,
  unchecked: true,
  facts: {
    from: 'login',
    givenName: undefined,
    surname: undefined,
    address: undefined,
    birthDate: undefined,
    municipalityCode: undefined,
  },
} as const

beforeEach(async () => {
  await liftAll()
  running.faults.set({ mode: 'ok' })
  events.length = 0
  completed.length = 0
})

const parties = [
  named(numbers.bo, 1, { name: 'Bo Namngiven' }),
  named(numbers.cecilia, 2, { name: 'Cecilia Namngiven' }),
]

/** A draft of Ada's that waits for her own signature. */
async function sealed(given: { readonly as?: Context; readonly with?: typeof parties } = {}) {
  const ada = given.as ?? stage.as(await stage.person(numbers.ada))
  await stage.person(numbers.cecilia)
  const { id } = await aDraft(ada, { service })
  await saveStep(ada, { draft: id, step: 'fragor', posted: aPost({ namn: secret }), by: 'button' })
  const draft = await stage.request(ada, { service, draft: id, parties: given.with ?? parties, answers })
  return { ada, draft }
}

const told = () => events.filter(({ type }) => type.startsWith('signing.') && type !== 'signing.signed')
const mayRead = async (draft: string) => await database.query('select from drafts.access where draft_id = $1', [draft])
const namedIn = async (draft: string) =>
  await database.query<{ position: number; known: boolean; contact: boolean }>(
    `select position, known_sealed is not null as known, contact_sealed is not null as contact
      from signing.party where draft_id = $1 order by position`,
    [draft],
  )

/** The draft is its owner's alone, open, with what they typed; nobody reads of it, and nobody has been told. */
async function expectOpenForOwner(ada: Context, draft: string): Promise<void> {
  const own = await getDraft(ada, draft)
  expect(own.state).toBe('open')
  expect(own.state === 'open' && own.typed).toMatchObject({ namn: secret })
  expect(await mayRead(draft)).toEqual([])
  const read = readInvitation(bo, someFacts, draft).then(JSON.stringify, () => '')
  const listed = (await listInvitations(bo)).filter((one) => one.draft === draft)
  expect(listed).toEqual([])
  const seen = await read
  for (const canary of [secret, 'Test Person', 'Namngiven']) expect(seen).not.toContain(canary)
}

const codeOf = (result: Awaited<ReturnType<typeof finishSigning>>) => (result.ok ? 'ok' : result.error.code)

describe('the applicant becomes protected after it was sealed', () => {
  test('by a login: her signature doesn’t count, nobody is asked, and the draft is hers again', async () => {
    const { ada, draft } = await sealed()
    const outcome = await stage.signed(await stage.prepare(ada, draft))
    await protect(numbers.ada)
    await expectOpenForOwner(ada, draft)
    expect(codeOf(await finishSigning(ada, ports, { transaction: ada.ids.next(), outcome }))).toBe(
      'signing-not-fetched',
    )
    await expectOpenForOwner(ada, draft)
    expect(told()).toEqual([])
    expect((await namedIn(draft)).map(({ known }) => known)).toEqual([false, true, true])
  })

  test('by the register, as she is about to sign; and it is the same when the register fails', async () => {
    for (const mode of ['ok', 'fault'] as const) {
      const owner = stage.as(await stage.person(mode === 'ok' ? hidden : gustav))
      const { ada, draft } = await sealed({ as: owner })
      running.faults.set({ mode, number: gustav })
      const logged: unknown[] = []
      const keep = (line: unknown) => void logged.push(line)
      const log = { debug: keep, info: keep, warn: keep, error: keep, fatal: keep }
      const checked = checkSigners({ ...ada, log }, running.registers, { draft, verb: 'sign', setLimit: atOnce })
      expect(await checked).toBe('not-fetched')
      expect(logged).toEqual([{ code: 'population-register-incomplete' }])
      await expectOpenForOwner(ada, draft)
      expect(told()).toEqual([])
    }
  })

  test('when others have been asked: they read no more, and hear nothing', async () => {
    const { ada, draft } = await sealed()
    await stage.sign(ada, draft)
    expect(await mayRead(draft)).toHaveLength(2)
    events.length = 0
    await protect(numbers.ada)
    await expectOpenForOwner(ada, draft)
    expect(told()).toEqual([])
    expect(await readInvitation(bo, someFacts, draft)).toMatchObject({ kind: 'closed', state: 'changing' })
  })

  test('and who applies alone goes on alone', async () => {
    const { ada, draft } = await sealed({ with: [] })
    await protect(numbers.ada)
    expect(await checkSigners(ada, running.registers, { draft, verb: 'sign', setLimit: atOnce })).toBe('fine')
    expect(codeOf(await stage.sign(ada, draft))).toBe('ok')
    expect(completed).toHaveLength(1)
  })
})

describe('somebody named becomes protected', () => {
  test('after it was sealed: nobody is asked, and what she was named as is forgotten', async () => {
    const { ada, draft } = await sealed()
    const outcome = await stage.signed(await stage.prepare(ada, draft))
    await protect(numbers.cecilia)
    expect(codeOf(await finishSigning(ada, ports, { transaction: ada.ids.next(), outcome }))).toBe(
      'signing-not-fetched',
    )
    await expectOpenForOwner(ada, draft)
    expect(told()).toEqual([])
    expect(await namedIn(draft)).toEqual([
      { position: 0, known: true, contact: false },
      { position: 1, known: true, contact: true },
      { position: 2, known: false, contact: false },
    ])
  })

  test('after she was asked: neither she nor Bo, who was about to sign, goes on; nobody is told', async () => {
    const { ada, draft } = await sealed()
    await stage.sign(ada, draft)
    await stage.answer(bo, draft, 'Snickare')
    const outcome = await stage.signed(await stage.prepare(bo, draft))
    events.length = 0
    await protect(numbers.cecilia)
    expect(codeOf(await finishSigning(bo, ports, { transaction: bo.ids.next(), outcome }))).toBe('signing-not-fetched')
    await expectOpenForOwner(ada, draft)
    expect(told()).toEqual([])
  })

  test('as she logs in for the first time', async () => {
    const { ada, draft } = await sealed({ with: [...parties, named(gustav, 3)] })
    const dagny = await sealed({ as: ada, with: [named(numbers.dagny, 1)] })
    await stage.sign(ada, dagny.draft)
    const person = await protect(numbers.dagny)
    const asSystem = stage.as(system)
    events.length = 0
    await inTransaction(asSystem, async (tx) => await joinInvitations(asSystem, tx, person.id))
    await expectOpenForOwner(ada, dagny.draft)
    expect((await namedIn(dagny.draft)).map(({ known }) => known)).toEqual([true, false])
    expect(told()).toEqual([])
    // What she has no part in goes on.
    expect((await getDraft(ada, draft)).state).toBe('sealed')
  })

  test('by the register alone: who is about to sign is refused, in the same way as when it fails', async () => {
    const { ada, draft } = await sealed({ with: [named(numbers.bo, 1), named(hidden, 2)] })
    expect(await checkSigners(ada, running.registers, { draft, verb: 'sign', setLimit: atOnce })).toBe('not-fetched')
    await expectOpenForOwner(ada, draft)

    const later = await sealed()
    await stage.sign(later.ada, later.draft)
    running.faults.set({ mode: 'fault', number: numbers.cecilia })
    expect(await checkSigners(bo, running.registers, { draft: later.draft, verb: 'sign', setLimit: atOnce })).toBe(
      'not-fetched',
    )
    // It may pass: what others have signed stands meanwhile.
    expect((await getDraft(later.ada, later.draft)).state).toBe('sealed')
    running.faults.set({ mode: 'ok' })
    expect(await checkSigners(bo, running.registers, { draft: later.draft, verb: 'sign', setLimit: atOnce })).toBe(
      'fine',
    )
  })

  test('or nobody could ask about her at her login: then nothing counts either', async () => {
    const { ada, draft } = await sealed()
    const outcome = await stage.signed(await stage.prepare(ada, draft))
    await aPerson(database, numbers.cecilia, unchecked)
    expect(codeOf(await finishSigning(ada, ports, { transaction: ada.ids.next(), outcome }))).toBe(
      'signing-not-fetched',
    )
    await expectOpenForOwner(ada, draft)
    expect(told()).toEqual([])
  })

  test('before it is sent without her signature', async () => {
    const { ada, draft } = await sealed()
    await stage.sign(ada, draft)
    const over = { ...ada, clock: { now: () => later(new Date(), days(15)) } }
    await aPerson(database, numbers.cecilia, unchecked)
    expect(await sendMissing(over, ports, draft)).toEqual({ ok: false, error: 'not-fetched' })
    expect(completed).toEqual([])
    await expectOpenForOwner(ada, draft)
  })

  test('at the very moment at which somebody signs: whichever comes first, nobody reads on', async () => {
    for (let times = 0; times < 8; times++) {
      await liftAll()
      const { ada, draft } = await sealed()
      const outcome = await stage.signed(await stage.prepare(ada, draft))
      await Promise.all([finishSigning(ada, ports, { transaction: ada.ids.next(), outcome }), protect(numbers.cecilia)])
      await expectOpenForOwner(ada, draft)
    }
  })
})
