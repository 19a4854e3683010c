import { describe, expect, test } from 'vitest'
import { someFacts } from '../drafts/testing/a-draft.ts'
import { aPerson } from '../people/testing/a-person.ts'
import { system } from '../platform/actor.ts'
import { actingAs, type Context } from '../platform/context.ts'
import { inReading, inTransaction } from '../platform/database/transaction.ts'
import type { Event } from '../platform/events/event.ts'
import { testDatabase, testTenants } from '../platform/testing/database.ts'
import { assignCase } from './commands/assign-case.ts'
import { changeStatus } from './commands/change-status.ts'
import { submitApplication } from './commands/submit-application.ts'
import { takeCase } from './commands/take-case.ts'
import { countCases } from './queries/count-cases.ts'
import { countUnreadProtected } from './queries/count-unread-protected.ts'
import { exportSubmission } from './queries/export-submission.ts'
import { findCaseRecipients } from './queries/find-case-recipients.ts'
import { getCase } from './queries/get-case.ts'
import { getMyCase } from './queries/get-my-case.ts'
import { listAssignable } from './queries/list-assignable.ts'
import { listCases } from './queries/list-cases.ts'
import { listHistory } from './queries/list-history.ts'
import { listSubmissions } from './queries/list-submissions.ts'
import { openAttachment } from './queries/open-attachment.ts'
import { visibleCases } from './queries/visible-cases.ts'
import { aCase, aFilledDraft, aFormService, aHandler, sentOf, submitPorts } from './testing/a-case.ts'

const database = await testDatabase()
const [hiddenNumber, changing, becoming] = ['200001252386', '195501142284', '199501012380']

const hidden = database.context({ actor: await aPerson(database, hiddenNumber, { facts: undefined }) })
const greta = database.context({ actor: await aHandler(database, { name: 'Greta Gata' }) })
const hugoActor = await aHandler(database, { rights: ['protected'] })
const hugo = database.context({ actor: hugoActor })
const karin = database.context({ actor: await aHandler(database, { groups: ['bygglov'], rights: ['protected'] }) })
const alma = database.context({ actor: await aHandler(database, { groups: [], rights: ['administrate'] }) })
const asSystem = actingAs(hidden, system)
const notFound = { code: 'not-found' }

const all = {
  view: 'all',
  statusKind: undefined,
  serviceId: undefined,
  sort: 'received',
  direction: 'desc',
  page: 1,
} as const
const numbersFor = async (ctx: Context) => (await listCases(ctx, all)).rows.map(({ number }) => number)

const sent = await aCase(hidden, { files: ['hemlig.pdf'] })
const { caseId } = sent
const fileId = (await listSubmissions(hidden, caseId))[0]?.attachments[0]?.fileId ?? ''

describe('a case with a protected party', () => {
  const reads: Readonly<Record<string, (ctx: Context) => Promise<unknown>>> = {
    'the case': async (ctx) => await getCase(ctx, caseId),
    'its history': async (ctx) => await listHistory(ctx, caseId),
    'its submissions': async (ctx) => await listSubmissions(ctx, caseId),
    'its files': async (ctx) => await openAttachment(ctx, { caseId, fileId }),
    'its export': async (ctx) => await exportSubmission(ctx, { caseId, sequence: 1, format: 'json' }),
    'its colleagues': async (ctx) => await listAssignable(ctx, caseId),
    'taking it': async (ctx) => await takeCase(ctx, { caseId, version: 99 }),
    'giving it': async (ctx) => await assignCase(ctx, { caseId, version: 99, to: undefined }),
    'moving it': async (ctx) => await changeStatus(ctx, { caseId, version: 99, status: 'avslutat' }),
  }
  test.each(Object.entries(reads))('is there for nobody without the right: %s', async (_what, read) => {
    for (const ctx of [greta, karin, alma]) await expect(read(ctx)).rejects.toMatchObject(notFound)
    await expect(read(hugo)).resolves.toBeDefined()
  })

  test('is in no list and no count of theirs', async () => {
    const other = await aCase(database.context({ actor: await aPerson(database, becoming) }))
    expect(await numbersFor(greta)).toEqual([other.number])
    expect(await numbersFor(hugo)).toEqual([other.number, sent.number])
    expect((await listCases(greta, all)).total).toBe(1)
    expect(await countCases(greta)).toMatchObject({ all: { count: 1 }, todo: { count: 1 }, unassigned: { count: 1 } })
    expect(await countCases(hugo)).toMatchObject({ all: { count: 2 }, todo: { count: 2 }, unassigned: { count: 2 } })
    const visible = async (ctx: Context) =>
      await inReading(ctx, async (tx) => [...(await visibleCases(ctx, tx, [caseId, other.caseId]))].toSorted())
    expect(await visible(greta)).toEqual([other.caseId])
    expect(await visible(hugo)).toEqual([caseId, other.caseId].toSorted())
  })

  test('has no name, and says why', async () => {
    expect(await getCase(hugo, caseId)).toMatchObject({ applicant: undefined, isProtected: true })
    const row = (await listCases(hugo, all)).rows.find(({ number }) => number === sent.number)
    expect(row).toMatchObject({ applicant: undefined, isProtected: true })
  })

  test('can be given to those alone who may see it', async () => {
    expect(await listAssignable(hugo, caseId)).toEqual([expect.objectContaining({ id: hugoActor.id })])
    const { version } = await getCase(hugo, caseId)
    const to = greta.actor.kind === 'staff' ? greta.actor.id : ''
    expect(await assignCase(hugo, { caseId, version, to })).toEqual({ ok: false, error: 'not-in-group' })
    expect(await assignCase(hugo, { caseId, version, to: hugoActor.id })).toMatchObject({ ok: true })
  })

  test('is read under the eyes of the audit log, which tells such reads apart', async () => {
    const events: Event[] = []
    const watched = database.context({ actor: hugoActor, sink: async (_ctx, _tx, those) => void events.push(...those) })
    const plain = await aCase(database.context({ actor: await aPerson(database, becoming) }))
    await getCase(watched, caseId)
    await openAttachment(watched, { caseId, fileId })
    await exportSubmission(watched, { caseId, sequence: 1, format: 'csv' })
    await getCase(watched, plain.caseId)
    expect(events.map(({ type, subject, data }) => [type, subject, data])).toEqual([
      ['case.read', caseId, { protected: true }],
      ['case.read', caseId, { protected: true }],
      ['case.read', caseId, { protected: true }],
      ['case.read', plain.caseId, {}],
    ])
  })

  test('its own party reads it as everybody reads theirs', async () => {
    await expect(getMyCase(hidden, caseId)).resolves.toMatchObject({ number: sent.number })
  })
})

test('who becomes protected takes their cases along, and the names in them; when they are not any more, the cases are as before but nameless', async () => {
  const facts = {
    from: 'login',
    givenName: 'Dagny',
    surname: 'Test',
    address: undefined,
    birthDate: undefined,
    municipalityCode: undefined,
  } as const
  const dagny = database.context({ actor: await aPerson(database, changing, { facts }) })
  const service = await aFormService(dagny, { shortName: 'med-namn', group: 'gata-park' })
  const draft = await aFilledDraft(dagny, { service })
  const named = async (ctx: Context) => ({ ...(await someFacts(ctx)), person: { name: 'Dagny Test' } })
  const sent = await submitApplication(dagny, { draftId: draft }, { ...submitPorts, readFacts: named })
  const { caseId } = sentOf(sent)
  const { version } = await getCase(greta, caseId)
  expect(await takeCase(greta, { caseId, version })).toMatchObject({ ok: true })
  expect(await getCase(greta, caseId)).toMatchObject({ applicant: 'Dagny Test', isProtected: false })
  const recipients = async () =>
    (await inTransaction(asSystem, async (tx) => await findCaseRecipients(asSystem, tx, [caseId]))).get(caseId)
  expect(await recipients()).toMatchObject({ assignedTo: expect.any(String) })

  await aPerson(database, changing, { facts: undefined })
  await expect(getCase(greta, caseId)).rejects.toMatchObject(notFound)
  expect(await getCase(hugo, caseId)).toMatchObject({ applicant: undefined, isProtected: true })
  expect(await recipients()).toMatchObject({ assignedTo: undefined })

  await aPerson(database, changing, { facts })
  expect(await getCase(greta, caseId)).toMatchObject({ applicant: undefined, isProtected: false })
})

test('a case of two parties is protected as long as one of them is', async () => {
  const { caseId } = await aCase(hidden)
  const other = await aPerson(database, changing)
  await database.query(
    `insert into cases.case_party (tenant_id, case_id, party_id, kind, role, person_id, since)
     values ($1, $2, gen_random_uuid(), 'person', 'co-applicant', $3, now())`,
    [testTenants.exempelkoping, caseId, other.id],
  )
  await aPerson(database, changing, { facts: undefined })
  await aPerson(database, changing)
  await expect(getCase(hugo, caseId)).resolves.toMatchObject({ isProtected: true })
})

test('who has become protected since the login sends as such', async () => {
  const actor = await aPerson(database, becoming)
  const ctx = database.context({ actor })
  const draft = await aFilledDraft(ctx)
  const checkProtection = async () => ({ ...actor, protectedIdentity: true })
  const named = async (by: Context) => ({
    ...(await someFacts(by)),
    ...(by.actor.kind === 'citizen' && !by.actor.protectedIdentity && { person: { name: 'Test Person' } }),
  })
  const sent = await submitApplication(ctx, { draftId: draft }, { ...submitPorts, readFacts: named, checkProtection })
  const { caseId } = sentOf(sent)
  await expect(getCase(greta, caseId)).rejects.toMatchObject(notFound)
  expect(await getCase(hugo, caseId)).toMatchObject({ applicant: undefined, isProtected: true })
})

const there = { tenant: testTenants.nordby }
const owner = database.context({
  actor: await aPerson(database, hiddenNumber, { facts: undefined, tenant: testTenants.nordby }),
  tenant: testTenants.nordby,
})
const axel = database.context({
  actor: await aHandler(database, { groups: [], rights: ['administrate'], ...there }),
  ...there,
})
const service = await aFormService(owner, { shortName: 'i-nordby', group: 'gata-park' })
const unread = await aCase(owner, { service })
const nobody = { count: 0, groups: [] }

describe('cases that nobody may read', () => {
  test('are told of to an administrator by number and group, to nobody else at all', async () => {
    expect(await countUnreadProtected(axel)).toEqual({ count: 1, groups: ['gata-park'] })
    const lacking = database.context({ actor: await aHandler(database, there), ...there })
    for (const ctx of [lacking, owner, alma]) expect(await countUnreadProtected(ctx)).toEqual(nobody)
    expect(await countUnreadProtected(axel)).toEqual({ count: 1, groups: ['gata-park'] })
  })

  test('are forgotten when somebody of the group has the right and has lately been there, or when they are over', async () => {
    const nora = await aHandler(database, { rights: ['protected'], ...there })
    expect(await countUnreadProtected(axel)).toEqual(nobody)
    await database.query(`update identity.staff_member set seen_at = now() - interval '31 days' where staff_id = $1`, [
      nora.id,
    ])
    expect(await countUnreadProtected(axel)).toMatchObject({ count: 1 })
    await database.query(`update cases.case set status_kind = 'closed' where case_id = $1`, [unread.caseId])
    expect(await countUnreadProtected(axel)).toEqual(nobody)
  })
})
