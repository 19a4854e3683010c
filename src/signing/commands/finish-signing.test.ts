import { createHash } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { aStaffMember } from '../../drafts/testing/a-draft.ts'
import { canonicalJson } from '../../forms/canonical-json.ts'
import { endTransaction } from '../../identity/commands/end-transaction.ts'
import { insertTransaction } from '../../identity/insert-transaction.ts'
import { anonymous, system } from '../../platform/actor.ts'
import { later, minutes } from '../../platform/clock.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import { testTenants } from '../../platform/testing/database.ts'
import { finishSignatures } from '../jobs/finish-signatures.ts'
import { named, numbers, signingStage } from '../testing/a-request.ts'
import type { SigningWhat } from '../what.ts'
import { changeApplication } from './change-application.ts'
import { declineToSign } from './decline-to-sign.ts'
import { finishSigning } from './finish-signing.ts'
import { joinInvitations } from './join-invitations.ts'
import { withdrawRequest } from './withdraw-request.ts'

const stage = await signingStage()
const { database, completed, events, ports } = stage
const adasActor = await stage.person(numbers.ada)
const bosActor = await stage.person(numbers.bo)
const ceciliasActor = await stage.person(numbers.cecilia)
const [ada, bo, cecilia] = [stage.as(adasActor), stage.as(bosActor), stage.as(ceciliasActor)]
const service = await stage.service()
const inOrder = await stage.service({ order: 'in-order' })
const two = [named(numbers.bo, 1), named(numbers.cecilia, 2)]
const secret = 'kanarielön-4711'
const answers = { namn: 'Lekstugan', inkomst: secret }

beforeEach(() => {
  completed.length = 0
  events.length = 0
})

const ofType = (type: string) => events.filter((event) => event.type === type)
const finish = async (ctx = bo, what: SigningWhat, by = {}) =>
  await finishSigning(ctx, ports, { transaction: ctx.ids.next(), outcome: await stage.signed(what, by) })
const codeOf = (result: Awaited<ReturnType<typeof finishSigning>>) => (result.ok ? 'ok' : result.error.code)
const digest = (value: Parameters<typeof canonicalJson>[0]) =>
  createHash('sha256').update(canonicalJson(value)).digest('hex')

/** A request that Ada has signed, and Bo (alone unless told) is about to sign. */
async function untilBo(parties = [named(numbers.bo, 1)], of = service) {
  const draft = await stage.request(ada, { service: of, parties, answers })
  await stage.sign(ada, draft)
  await stage.answer(bo, draft, 'Snickare')
  return { draft, what: await stage.prepare(bo, draft) }
}

describe('the way it goes', () => {
  test('nobody is asked before the applicant has signed; then all; the last one sends it, with what each has signed', async () => {
    const draft = await stage.request(ada, { service, parties: two, answers })
    await expect(stage.prepare(bo, draft)).rejects.toMatchObject({ code: 'not-found' })
    expect(ofType('signing.invited')).toEqual([])

    expect(await stage.sign(ada, draft)).toMatchObject({ ok: true, value: { outcome: { kind: 'waiting' } } })
    expect(ofType('signing.invited').map(({ data }) => data)).toMatchObject([
      { personId: bosActor.id },
      { personId: ceciliasActor.id },
    ])
    await stage.answer(bo, draft, 'Snickare')
    await stage.answer(cecilia, draft, 'Målare')
    expect(await stage.sign(cecilia, draft)).toMatchObject({ ok: true, value: { outcome: { kind: 'waiting' } } })
    expect(completed).toEqual([])
    expect(await stage.sign(bo, draft)).toMatchObject({
      ok: true,
      value: { outcome: { kind: 'completed', completed: { caseId: draft } } },
    })

    const [sent] = completed
    expect(sent?.ownerId).toBe(adasActor.id)
    expect(sent?.copy.answers).toEqual(answers)
    expect(sent?.signers.map(({ role, personId, declined }) => ({ role, personId, declined }))).toEqual([
      { role: 'applicant', personId: adasActor.id, declined: false },
      { role: 'co-applicant', personId: bosActor.id, declined: false },
      { role: 'co-applicant', personId: ceciliasActor.id, declined: false },
    ])
    const manifests = sent?.signers.map(({ signed }) => JSON.parse(signed?.text.manifest ?? '{}').answers)
    expect(manifests).toEqual([
      digest(answers),
      digest({ namn: 'Lekstugan', syssla: 'Snickare' }),
      digest({ namn: 'Lekstugan', syssla: 'Målare' }),
    ])
  })

  test('what is hidden from others is in nobody else’s text', async () => {
    const { draft, what } = await untilBo(two)
    expect(what.text.visible).not.toContain(secret)
    expect(what.text.visible).toContain('Snickare')
    await stage.answer(cecilia, draft, 'Målare')
    expect((await stage.prepare(cecilia, draft)).text.visible).not.toContain('Snickare')
  })

  test('where there is an order each is asked when the one before has signed', async () => {
    const { draft, what } = await untilBo(two, inOrder)
    await expect(stage.prepare(cecilia, draft)).rejects.toMatchObject({ code: 'not-found' })
    expect(codeOf(await finish(bo, what))).toBe('ok')
    expect(ofType('signing.invited').map(({ data }) => data)).toMatchObject([
      { personId: bosActor.id },
      { personId: ceciliasActor.id },
    ])
  })

  test('the applicant alone is the first and the last', async () => {
    const draft = await stage.request(ada, { service, parties: [], answers })
    expect(await stage.sign(ada, draft)).toMatchObject({ ok: true, value: { outcome: { kind: 'completed' } } })
    expect(completed).toHaveLength(1)
  })

  test('who logs in for the first time finds what they were asked to sign', async () => {
    const { draft } = await untilBo([named(numbers.bo, 1), named(numbers.dagny, 2)])
    expect(ofType('signing.invited').at(-1)?.data).not.toHaveProperty('personId')
    const dagnysActor = await stage.person(numbers.dagny)
    const dagny = stage.as(dagnysActor)
    await expect(stage.prepare(dagny, draft)).rejects.toMatchObject({ code: 'not-found' })
    const asSystem = stage.as(system)
    await inTransaction(asSystem, async (tx) => await joinInvitations(asSystem, tx, dagnysActor.id))
    await stage.answer(dagny, draft, 'Pensionär')
    expect(codeOf(await stage.sign(dagny, draft))).toBe('ok')
  })

  test('no event and no row in the open tells of a number or an address', async () => {
    await untilBo(two)
    const open = await database.query<{ row: string }>(
      `select r::text || p::text as row from signing.party p join signing.request r using (tenant_id, draft_id)`,
    )
    for (const text of [JSON.stringify(events), ...open.map(({ row }) => row)])
      for (const canary of [...Object.values(numbers), 'typed-', 'Namngiven', secret, 'Snickare'])
        expect(text).not.toContain(canary)
  })
})

describe('a signature doesn’t count', () => {
  test('twice: it is told where the first one led', async () => {
    const { what } = await untilBo()
    const given = { transaction: bo.ids.next(), outcome: await stage.signed(what) }
    expect(await finishSigning(bo, ports, given)).toMatchObject({ value: { outcome: { kind: 'completed' } } })
    expect(await finishSigning(bo, ports, given)).toMatchObject({ value: { outcome: { kind: 'already' } } })
    expect(completed).toHaveLength(1)
  })

  test('while the answers are open to change, or taken back', async () => {
    const changing = await untilBo()
    await changeApplication(ada, changing.draft)
    expect(codeOf(await finish(bo, changing.what))).toBe('signing-not-collecting')
    const withdrawn = await untilBo()
    await withdrawRequest(ada, withdrawn.draft)
    expect(codeOf(await finish(bo, withdrawn.what))).toBe('signing-not-collecting')
  })

  test('of an earlier round, though the answers are the same again', async () => {
    const { draft, what } = await untilBo()
    await changeApplication(ada, draft)
    await stage.request(ada, { service, parties: [named(numbers.bo, 1)], draft, answers })
    await stage.sign(ada, draft)
    expect(codeOf(await finish(bo, what))).toBe('signing-earlier-round')
    expect(codeOf(await stage.sign(bo, draft))).toBe('ok')
  })

  const otherManifest = (what: SigningWhat, change: object): SigningWhat => ({
    ...what,
    text: { ...what.text, manifest: canonicalJson({ ...JSON.parse(what.text.manifest), ...change }) },
  })

  test.each([
    ['other answers', { answers: '0'.repeat(64) }, 'signing-other-answers'],
    ['another attachment', { files: [{ id: 'x', sha256: '0'.repeat(64) }] }, 'signing-other-attachment'],
    ['another draft', { draft: 'x' }, 'signing-other-draft'],
    ['what fewer were asked to sign', { parties: [{ position: 0, role: 'applicant' }] }, 'signing-other-parties'],
    ['what is another’s to sign', { signer: 0 }, 'signing-other-parties'],
    ['another version of the form', { version: 'x' }, 'signing-other-version'],
  ])('of %s', async (_of, change, code) => {
    const { what } = await untilBo()
    expect(codeOf(await finish(bo, otherManifest(what, change)))).toBe(code)
    expect(completed).toEqual([])
  })

  test('of other words than were shown', async () => {
    const { what } = await untilBo()
    const outcome = await stage.signed({ ...what, text: { ...what.text, visible: 'Jag ger bort mitt hus.' } })
    const finished = await finishSigning(bo, ports, { transaction: bo.ids.next(), outcome: { ...outcome, what } })
    expect(codeOf(finished)).toBe('signing-not-verified:bankid-signature-other-text')
  })

  test('by another person, in whoever’s name', async () => {
    const { what } = await untilBo()
    const byCecilia = await stage.signed(what, { number: numbers.cecilia })
    expect(codeOf(await finishSigning(bo, ports, { transaction: bo.ids.next(), outcome: byCecilia }))).toBe(
      'signing-not-verified:bankid-signature-other-person',
    )
    const asCecilia = { ...what, signer: { scheme: 'swedish-number' as const, number: numbers.cecilia } }
    expect(codeOf(await finish(bo, asCecilia))).toBe('signing-other-person')
    const cecilias = { ...asCecilia, subject: { ...what.subject, person: ceciliasActor.id } }
    expect(codeOf(await finish(cecilia, cecilias))).toBe('signing-other-person')
    expect(completed).toEqual([])
  })

  test('by who has declined since', async () => {
    const { draft, what } = await untilBo()
    await declineToSign(bo, { draft, reason: 'Nej' })
    expect(codeOf(await finish(bo, what))).toBe('signing-declined')
  })

  test.each([
    ['a stranger', () => cecilia],
    ['nobody logged in', () => stage.as(anonymous)],
    ['staff', () => stage.as(aStaffMember())],
    ['the program', () => stage.as(system)],
    ['another municipality', () => ({ ...bo, tenant: { ...bo.tenant, id: testTenants.nordby } })],
  ])('nor begins for %s', async (_who, ctx) => {
    const { draft } = await untilBo()
    await expect(stage.prepare(ctx(), draft)).rejects.toMatchObject({ code: 'not-found' })
  })
})

describe('a killed process', () => {
  /** Bo has signed in his app, and the process was killed when it had kept that. */
  async function kept(what: SigningWhat): Promise<string> {
    await insertTransaction(bo, {
      area: 'citizen',
      purpose: 'sign',
      returnTo: undefined,
      wish: undefined,
      columns: { state: 'started', method: 'bankid' },
    })
    const [row] = await database.query<{ id: string }>(
      `select transaction_id as id from identity.eid_transaction order by created_at desc limit 1`,
    )
    if (!row) throw new Error('No transaction')
    await endTransaction(bo, row.id, { outcome: await stage.signed(what) })
    return row.id
  }
  const job = finishSignatures(ports)
  const soon = { now: () => later(new Date(), minutes(2)) }
  const left = async () =>
    (await database.query('select from identity.eid_transaction where outcome_sealed is not null')).length

  test('is made good by the job, once, when Bo has logged out long ago', async () => {
    const { draft, what } = await untilBo()
    await kept(what)
    await job.perform(stage.as(system))
    expect(completed).toEqual([])
    await Promise.all([job.perform(stage.as(system, soon)), job.perform(stage.as(system, soon))])
    await job.perform(stage.as(system, soon))
    expect(completed.map((sent) => sent.draft)).toEqual([draft])
    expect(ofType('signing.signed').at(-1)).toMatchObject({ actor: { kind: 'citizen', id: bosActor.id } })
    expect(await left()).toBe(0)
  })

  test('in the middle of sending leaves nothing behind, and the job does it all', async () => {
    const { draft, what } = await untilBo()
    const id = await kept(what)
    const dies = {
      ...ports,
      complete: async () => {
        throw new Error('killed')
      },
    }
    const outcome = await stage.signed(what)
    await expect(finishSigning(bo, dies, { transaction: id, outcome })).rejects.toThrow('killed')
    expect(
      await database.query('select from signing.party where state = $1 and draft_id = $2 and position = 1', [
        'signed',
        draft,
      ]),
    ).toEqual([])
    await finishSignatures(dies).perform(stage.as(system, soon))
    expect(await left()).toBe(1)
    await job.perform(stage.as(system, soon))
    expect(completed.map((sent) => sent.draft)).toEqual([draft])
  })

  test('of what doesn’t count is forgotten, and not tried for ever', async () => {
    const { draft, what } = await untilBo()
    await kept(what)
    await changeApplication(ada, draft)
    await job.perform(stage.as(system, soon))
    expect(await left()).toBe(0)
    expect(completed).toEqual([])
  })
})
