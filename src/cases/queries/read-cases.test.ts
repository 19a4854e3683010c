import { describe, expect, test } from 'vitest'
import { aCitizen, aVisitor } from '../../drafts/testing/a-draft.ts'
import { anonymous } from '../../platform/actor.ts'
import { actingAs, type Context } from '../../platform/context.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import { testDatabase, testTenants } from '../../platform/testing/database.ts'
import { changeStatus } from '../commands/change-status.ts'
import { requestSupplement } from '../commands/request-supplement.ts'
import { submitApplication } from '../commands/submit-application.ts'
import { noteInCase } from '../history.ts'
import { aCase, aFilledDraft, aFormService, aHandler, anOpenService, sentOf, submitPorts } from '../testing/a-case.ts'
import { manyCases } from '../testing/many-cases.ts'
import { findCaseContact } from './find-case-contact.ts'
import { findCaseRecipients } from './find-case-recipients.ts'
import { findReceipt } from './find-receipt.ts'
import { findSentPath } from './find-sent-path.ts'
import { findSupplementRequest } from './find-supplement-request.ts'
import { getMyCase } from './get-my-case.ts'
import { listHistory } from './list-history.ts'
import { listMyCases, selectOwn } from './list-my-cases.ts'
import { listSubmissions } from './list-submissions.ts'
import { openAttachment } from './open-attachment.ts'
import { visibleCases } from './visible-cases.ts'

const database = await testDatabase()
const ada = database.context({ actor: await aCitizen(database) })
const bo = database.context({ actor: await aCitizen(database) })
const visitor = database.context({ actor: aVisitor() })
const hugo = database.context({ actor: await aHandler(database) })
const karin = database.context({ actor: await aHandler(database, { groups: ['bygglov'] }) })
const system = actingAs(ada, { kind: 'system' })
const elsewhere = database.context({ actor: ada.actor, tenant: testTenants.nordby })

describe('nobody but its parties and its group reads a case', () => {
  const reads: Readonly<Record<string, (ctx: Context, caseId: string, fileId: string) => Promise<unknown>>> = {
    'the case': getMyCase,
    'its history': listHistory,
    'its submissions': listSubmissions,
    'its files': async (ctx, caseId, fileId) => await openAttachment(ctx, { caseId, fileId }),
  }
  const strangers = {
    'another citizen': bo,
    'a visitor': visitor,
    nobody: database.context({ actor: anonymous }),
    'another group': karin,
    elsewhere,
  }
  test.each(Object.entries(reads))('%s', async (_what, read) => {
    const { caseId } = await aCase(ada, { files: ['hemlig.pdf'] })
    const fileId = (await listSubmissions(ada, caseId))[0]?.attachments[0]?.fileId ?? ''
    await expect(read(ada, caseId, fileId)).resolves.toBeDefined()
    for (const ctx of Object.values(strangers)) {
      await expect(read(ctx, caseId, fileId)).rejects.toMatchObject({ code: 'not-found' })
    }
  })

  test('a file is found in its own case alone', async () => {
    const one = await aCase(ada, { files: ['ett.pdf'] })
    const other = await aCase(ada, { files: ['annat.pdf'] })
    const fileId = (await listSubmissions(ada, one.caseId))[0]?.attachments[0]?.fileId ?? ''
    await expect(openAttachment(ada, { caseId: other.caseId, fileId })).rejects.toMatchObject({ code: 'not-found' })
  })

  test('of many cases each sees their own', async () => {
    const own = (await aCase(ada)).caseId
    const others = (await aCase(bo)).caseId
    const seen = async (ctx: Context) =>
      await inTransaction(ctx, async (tx) => [...(await visibleCases(ctx, tx, [own, others]))].toSorted())
    expect(await seen(ada)).toEqual([own])
    expect(await seen(hugo)).toEqual([own, others].toSorted())
    expect(await seen(system)).toEqual([own, others].toSorted())
    for (const ctx of [karin, visitor, elsewhere]) expect(await seen(ctx)).toEqual([])
    expect(await inTransaction(ada, async (tx) => await visibleCases(ada, tx, []))).toEqual(new Set())
  })
})

describe('"Mina ärenden"', () => {
  test('are for citizens', async () => {
    for (const ctx of [visitor, hugo, system]) {
      await expect(listMyCases(ctx)).rejects.toMatchObject({ code: 'not-found' })
    }
    expect(await listMyCases(elsewhere)).toEqual({ ongoing: [], finished: [] })
  })

  test('are the person’s own, ongoing and finished, the latest event first', async () => {
    const me = database.context({ actor: await aCitizen(database) })
    const [first, second, third] = [await aCase(me), await aCase(me), await aCase(me)]
    await changeStatus(hugo, { caseId: second.caseId, version: 1, status: 'avslutat' })
    await requestSupplement(hugo, { caseId: first.caseId, version: 1, text: 'Mer.', until: '2099-03-03' })
    const { ongoing, finished } = await listMyCases(me)
    expect(ongoing.map(({ number, supplementUntil }) => [number, supplementUntil])).toEqual([
      [first.number, '2099-03-03'],
      [third.number, undefined],
    ])
    expect(ongoing.map(({ latest }) => latest?.type)).toEqual(['case.supplement-requested', 'case.received'])
    expect(ongoing.map(({ latest }) => latest?.by.self)).toEqual([false, true])
    expect(finished.map(({ number, status }) => [number, status.id])).toEqual([[second.number, 'avslutat']])
  })

  test('tell nothing of what is not for the citizen', async () => {
    const me = database.context({ actor: await aCitizen(database) })
    const { caseId } = await aCase(me)
    await inTransaction(
      hugo,
      async (tx) => await noteInCase(hugo, tx, { caseId, type: 'note.written', forCitizen: false }),
    )
    expect((await listMyCases(me)).ongoing[0]?.latest?.type).toBe('case.received')
  })
})

describe('a receipt', () => {
  test('tells number and time to whoever has its address, and the copy to the same visit alone', async () => {
    const { receipt = '', number, receivedAt, caseId } = await aCase(visitor)
    expect(await findReceipt(visitor, receipt)).toEqual({
      caseId,
      number,
      receivedAt,
      wording: 'received',
      isSameVisit: true,
    })
    for (const ctx of [database.context({ actor: aVisitor() }), database.context({ actor: anonymous }), ada]) {
      expect(await findReceipt(ctx, receipt)).toMatchObject({ number, isSameVisit: false })
    }
  })

  test('leads nowhere after 30 days, in another municipality, or when it is guessed', async () => {
    const { receipt = '', receivedAt } = await aCase(visitor)
    const daysLater = (days: number) => ({
      ...visitor,
      clock: { now: () => new Date(receivedAt.getTime() + days * 86_400_000) },
    })
    expect(await findReceipt(daysLater(29.9), receipt)).toBeDefined()
    expect(await findReceipt(daysLater(30), receipt)).toBeUndefined()
    expect(await findReceipt({ ...visitor, tenant: elsewhere.tenant }, receipt)).toBeUndefined()
    expect(await findReceipt(visitor, 'A'.repeat(43))).toBeUndefined()
  })

  test('is where a sent draft leads its owner', async () => {
    const visit = await aCase(visitor)
    expect(await findSentPath(visitor, visit.draftId)).toBe(`/kvittens/${visit.receipt}`)
    const mine = await aCase(ada)
    expect(await findSentPath(ada, mine.draftId)).toBe(`/mina-sidor/arenden/${mine.caseId}/kvittens`)
    expect(await findSentPath(bo, mine.draftId)).toBeUndefined()
    expect(await findSentPath(ada, await aFilledDraft(ada))).toBeUndefined()
  })
})

describe('for notices', () => {
  test('a case tells whom it concerns, to the system alone', async () => {
    const one = await aCase(ada)
    const visit = await aCase(visitor)
    const ids = [one.caseId, visit.caseId]
    const recipients = await inTransaction(system, async (tx) => await findCaseRecipients(system, tx, ids))
    expect(recipients.get(one.caseId)).toMatchObject({
      number: one.number,
      owners: [ada.actor.kind === 'citizen' && ada.actor.id],
      assignedTo: undefined,
      anonymous: false,
    })
    expect(recipients.get(visit.caseId)).toMatchObject({ owners: [], anonymous: true })
    await expect(inTransaction(hugo, async (tx) => await findCaseRecipients(hugo, tx, ids))).rejects.toMatchObject({
      code: 'not-found',
    })
  })

  test('a case tells the e-mail address that was given in it, to the system alone', async () => {
    const service = await anOpenService(visitor)
    const draft = await aFilledDraft(visitor, { service, typed: { 'kontakt.email': 'besok@prov.example' } })
    const sent = await submitApplication(visitor, { draftId: draft }, submitPorts)
    const { caseId } = sentOf(sent)
    const contact = async (ctx: Context, id: string, personId?: string) =>
      await inTransaction(ctx, async (tx) => await findCaseContact(ctx, tx, { caseId: id, personId }))
    expect(await contact(system, caseId)).toBe('besok@prov.example')
    expect(await contact(system, (await aCase(visitor)).caseId)).toBeUndefined()
    await expect(contact(ada, caseId)).rejects.toMatchObject({ code: 'not-found' })
  })

  test('and of the address in it the applicant alone is told: no other party’s news go there', async () => {
    const service = await anOpenService(ada)
    const draft = await aFilledDraft(ada, { service, typed: { 'kontakt.email': 'ada@prov.example' } })
    const { caseId } = sentOf(await submitApplication(ada, { draftId: draft }, submitPorts))
    const contact = async ({ actor }: Context) =>
      await inTransaction(
        system,
        async (tx) =>
          await findCaseContact(system, tx, { caseId, personId: actor.kind === 'citizen' ? actor.id : undefined }),
      )
    expect(await contact(ada)).toBe('ada@prov.example')
    expect(await contact(bo)).toBeUndefined()
  })
})

test('what was asked for is told while the case waits for it, to its parties', async () => {
  const { caseId } = await aCase(ada)
  expect(await findSupplementRequest(ada, caseId)).toBeUndefined()
  await requestSupplement(hugo, { caseId, version: 1, text: 'Mer.', until: '2099-03-03' })
  expect(await findSupplementRequest(ada, caseId)).toEqual({ text: 'Mer.', until: '2099-03-03' })
  expect(await findSupplementRequest(bo, caseId)).toBeUndefined()
})

test('the list of a person is read from indexes, as the program’s role, however many cases others have', async () => {
  const service = await aFormService(ada)
  const workers = [await aHandler(database), await aHandler(database)] as const
  const services = [service, service] as const
  await manyCases(database, { count: 4000, prefix: 'B', services, groups: ['gata-park', 'miljo'], workers })
  const boId = bo.actor.kind === 'citizen' ? bo.actor.id : ''
  await database.query(
    `insert into cases.case_party (tenant_id, case_id, party_id, kind, role, person_id, since)
     select tenant_id, case_id, gen_random_uuid(), 'person', 'owner', $1, now() from cases.case where number like 'B%'`,
    [boId],
  )
  await database.query('analyze cases.case_party')
  const { actor } = ada
  const personId = actor.kind === 'citizen' ? actor.id : ''
  const plan = await inTransaction(ada, async ({ db }) => await selectOwn(ada, db, personId).explain('text'))
  const text = JSON.stringify(plan)
  expect(text).toContain('party_of_person')
  expect(text).toContain('event_pkey')
  expect(text).toContain('case_pkey')
  expect(text).not.toContain('Seq Scan')
})
