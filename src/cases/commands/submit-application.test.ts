import { describe, expect, test } from 'vitest'
import { getDraft, type ReadFacts } from '../../drafts/public.ts'
import { aCitizen, aDraft, aStaffMember, aVisitor, someFacts } from '../../drafts/testing/a-draft.ts'
import { canonicalJson } from '../../forms/canonical-json.ts'
import type { KeptDetails } from '../../forms/kept-details.ts'
import { anonymous } from '../../platform/actor.ts'
import type { Context } from '../../platform/context.ts'
import { sha256 } from '../../platform/cryptography/sealing.ts'
import type { Event, EventSink } from '../../platform/events/event.ts'
import { testDatabase, testTenants } from '../../platform/testing/database.ts'
import type { SubmitPorts } from '../ports.ts'
import { listSubmissions } from '../queries/list-submissions.ts'
import { openAttachment } from '../queries/open-attachment.ts'
import { aCase, aFilledDraft, aFormService, anOpenService, send, sentOf, submitPorts } from '../testing/a-case.ts'
import { submitApplication } from './submit-application.ts'

const database = await testDatabase()
const ada = database.context({ actor: await aCitizen(database) })
const submit = async (ctx: Context, draft: string) => await submitApplication(ctx, { draftId: draft }, submitPorts)
const count = async (table: string, where = 'true', values: readonly unknown[] = []) =>
  Number((await database.query(`select count(*) as count from cases.${table} where ${where}`, values))[0]?.count)

describe('who may send a draft', () => {
  test.each([
    ['another citizen', async () => ({ actor: await aCitizen(database) })],
    ['a visitor', async () => ({ actor: aVisitor() })],
    ['nobody', async () => ({ actor: anonymous })],
    ['staff', async () => ({ actor: aStaffMember() })],
    ['the system', async () => ({ actor: { kind: 'system' } as const })],
    ['the same person in another municipality', async () => ({ actor: ada.actor, tenant: testTenants.nordby })],
  ])('for %s there is no such draft', async (_who, as) => {
    const draft = await aFilledDraft(ada)
    const cases = await count('case')
    await expect(submit(database.context(await as()), draft)).rejects.toMatchObject({ code: 'not-found' })
    expect(await count('case')).toBe(cases)
    expect((await getDraft(ada, draft)).state).toBe('open')
  })
})

describe('an application', () => {
  test('becomes a case with its first submission, a party, a history and an event', async () => {
    const events: Event[] = []
    const sink: EventSink = async (_ctx, _tx, told) => void events.push(...told)
    const ctx = { ...ada, sink }
    const service = await aFormService(ada, { shortName: 'hel' })
    const draft = await aFilledDraft(ada, {
      service,
      typed: { 'kontakt.email': 'ny@prov.example' },
      files: ['karta.pdf'],
    })
    const { caseId, number, receivedAt, receipt } = await send(ctx, draft)

    expect(receipt).toBeUndefined()
    const [row] = await database.query('select * from cases.case where case_id = $1', [caseId])
    expect(row).toMatchObject({
      number,
      service_id: service.serviceId,
      version_id: service.versionId,
      group_name: 'gata-park',
      status: 'inkommet',
      status_kind: 'received',
      assigned_to: null,
      anonymous: false,
      received_at: receivedAt,
      version: 1,
    })
    expect(
      await database.query('select kind, role, person_id from cases.case_party where case_id = $1', [caseId]),
    ).toEqual([{ kind: 'person', role: 'owner', person_id: ada.actor.kind === 'citizen' ? ada.actor.id : '' }])
    expect(events.map(({ type, subject }) => [type, subject])).toEqual([['case.received', caseId]])
    expect(await database.query('select type, for_citizen from cases.event where case_id = $1', [caseId])).toEqual([
      { type: 'case.received', for_citizen: true },
    ])
    expect((await getDraft(ada, draft)).state).toBe('sent')
    expect(await database.query('select 1 from private_space.content where draft_id = $1', [draft])).toEqual([])
  })

  test.each([
    ['Skolan', 'utbildning'],
    ['Ängen', 'registrator'],
  ])('about %s goes to the staff group that the answers choose: %s', async (plats, group) => {
    const events: Event[] = []
    const sink: EventSink = async (_ctx, _tx, told) => void events.push(...told)
    const rule = { if: { '==': [{ var: 'plats' }, 'Skolan'] }, group: 'utbildning' }
    const service = await aFormService(ada, {
      shortName: 'fordelad',
      group: { when: [rule], otherwise: 'registrator' },
    })
    const draft = await aFilledDraft(ada, { service, typed: { plats } })
    const { caseId } = await send({ ...ada, sink }, draft)
    expect(await database.query('select group_name from cases.case where case_id = $1', [caseId])).toEqual([
      { group_name: group },
    ])
    expect(events.map(({ data }) => data)).toEqual([expect.objectContaining({ group })])
  })

  test('is kept as sent, with its checksum, and its files can be opened again', async () => {
    const { caseId, draftId } = await aCase(ada, { typed: { plats: ' Ödegården "5" ' }, files: ['ett.pdf', 'två.pdf'] })
    const [submission] = await listSubmissions(ada, caseId)
    expect(submission).toMatchObject({ draftId, sequence: 1, answers: { plats: 'Ödegården "5"' } })
    expect(submission?.digest).toEqual(sha256(canonicalJson(submission?.answers ?? {})))
    expect(submission?.attachments.map(({ name }) => name)).toEqual(['ett.pdf', 'två.pdf'])
    const fileId = submission?.attachments[1]?.fileId ?? ''
    const { name, size, body } = await openAttachment(ada, { caseId, fileId })
    const bytes = Buffer.concat(await body.toArray())
    expect([name, size, bytes.toString()]).toEqual(['två.pdf', bytes.length, '%PDF två.pdf'])
  })

  test('that is not complete is not sent, and the first step to mend is told', async () => {
    const service = await aFormService(ada)
    const { id } = await aDraft(ada, { service })
    const cases = await count('case')
    const refused = await submit(ada, id)
    expect(refused).toMatchObject({ ok: false, error: { kind: 'problems', steps: [{ stepId: 'fragor' }] } })
    expect(await count('case')).toBe(cases)
    expect((await getDraft(ada, id)).state).toBe('open')
  })

  test('carries the name of the applicant, never that of a protected identity', async () => {
    const named = async (ctx: Context) => ({ ...(await someFacts(ctx)), person: { name: 'Ada Exempel' } })
    const applicant = async (ctx: Context) => {
      const sent = await submitApplication(
        ctx,
        { draftId: await aFilledDraft(ctx) },
        { ...submitPorts, readFacts: named },
      )
      return await database.query('select applicant from cases.case where case_id = $1', [sentOf(sent).caseId])
    }
    expect(await applicant(ada)).toEqual([{ applicant: 'Ada Exempel' }])
    const hidden = { ...(await aCitizen(database)), protectedIdentity: true }
    expect(await applicant(database.context({ actor: hidden }))).toEqual([{ applicant: null }])
  })

  test('keeps new contact details of who has agreed to it, when it is sent and not before; never of a protected identity', async () => {
    const named = async (ctx: Context) => ({ ...(await someFacts(ctx)), person: { name: 'Ada Exempel' } })
    const known = async ({ actor }: Context) =>
      (
        await database.query('select email, phone from people.person where person_id = $1', [
          actor.kind === 'citizen' ? actor.id : '',
        ])
      )[0]
    const typed = { 'kontakt.email': 'ny@prov.example', 'kontakt.phone': '+46701740605', 'kontakt.keep': 'yes' }
    const keeping = async (ctx: Context) => {
      const draft = await aFilledDraft(ctx, { typed })
      expect(await known(ctx)).toEqual({ email: null, phone: null })
      expect(await submitApplication(ctx, { draftId: draft }, { ...submitPorts, readFacts: named })).toMatchObject({
        ok: true,
      })
      return await known(ctx)
    }
    const events: Event[] = []
    const sink: EventSink = async (_ctx, _tx, told) => void events.push(...told)
    expect(await keeping({ ...database.context({ actor: await aCitizen(database) }), sink })).toEqual({
      email: 'ny@prov.example',
      phone: '070-174 06 05',
    })
    expect(events.map(({ type }) => type)).toEqual(['draft.started', 'case.received', 'person.details-changed'])
    const hidden = { ...(await aCitizen(database)), protectedIdentity: true }
    expect(await keeping(database.context({ actor: hidden }))).toEqual({ email: null, phone: null })
  })

  test('sets new contact details aside when its sender logged in too long ago to change where notices go', async () => {
    const ctx = database.context({ actor: await aCitizen(database) })
    const named = async (asked: Context) => ({ ...(await someFacts(asked)), person: { name: 'Ada Exempel' } })
    const held: KeptDetails[] = []
    const ports: SubmitPorts = {
      ...submitPorts,
      readFacts: named,
      mayMoveNotices: async () => false,
      holdDetails: async (_ctx, details) => `/mina-sidor/uppgifter?kvar=${held.push(details)}`,
    }
    const typed = { 'kontakt.email': 'ny@prov.example', 'kontakt.phone': '', 'kontakt.keep': 'yes' }
    const sent = await submitApplication(ctx, { draftId: await aFilledDraft(ctx, { typed }) }, ports)
    expect(sent).toMatchObject({ ok: true, value: { detailsAt: '/mina-sidor/uppgifter?kvar=1' } })
    expect(held).toEqual([{ email: 'ny@prov.example' }])
    expect(
      await database.query(`select from people.person where email = 'ny@prov.example' and person_id = $1`, [
        ctx.actor.kind === 'citizen' ? ctx.actor.id : '',
      ]),
    ).toEqual([])
    const silent = await submitApplication(
      ctx,
      { draftId: await aFilledDraft(ctx, { typed: { ...typed, 'kontakt.keep': 'no' } }) },
      ports,
    )
    expect(silent.ok && 'detailsAt' in silent.value).toBe(false)
  })

  test('is sent in the version that it is in when it is taken, with the facts which that one needs, though it moves meanwhile', async () => {
    const place = { id: 'plats', type: 'text', label: { sv: 'Var?' } }
    const contact = { id: 'kontakt', type: 'contact', label: { sv: 'Kontakt' } }
    const formOf = (...questions: readonly object[]) => ({
      steps: [{ id: 'fragor', title: { sv: 'Frågor' }, questions }],
    })
    const first = await aFormService(ada, { shortName: 'flyttas', form: formOf(place) })
    const draft = await aFilledDraft(ada, { service: first })
    const second = await aFormService(ada, { shortName: 'flyttas', form: formOf(place, contact) })
    const read: (readonly string[])[] = []
    const moving: ReadFacts = async (ctx, needed) => {
      read.push([...needed])
      // The draft isn't locked while facts are read: this would wait for ever.
      await database.query('update drafts.draft set version_id = $2 where draft_id = $1', [draft, second.versionId])
      return await someFacts(ctx)
    }
    expect(await submitApplication(ada, { draftId: draft }, { ...submitPorts, readFacts: moving })).toMatchObject({
      ok: true,
    })
    expect(read).toEqual([[], ['person']])
    expect(await count('submission', 'draft_id = $1 and version_id = $2', [draft, second.versionId])).toBe(1)
  })

  test('is rolled back whole when what follows from it fails, and takes its number back', async () => {
    const draft = await aFilledDraft(ada)
    const before = (await aCase(ada)).number
    const failing: EventSink = async () => Promise.reject(new Error('the outbox is full'))
    await expect(submit({ ...ada, sink: failing }, draft)).rejects.toThrow('the outbox is full')
    expect((await getDraft(ada, draft)).state).toBe('open')
    const { number } = await send(ada, draft)
    expect(Number(number.slice(-6))).toBe(Number(before.slice(-6)) + 1)
  })
})

describe('sent by somebody not logged in', () => {
  const visitor = database.context({ actor: aVisitor() })

  test('it gives a receipt whose reference nobody can guess, the same however often it is sent', async () => {
    const draft = await aFilledDraft(visitor)
    const first = await send(visitor, draft)
    expect(first.receipt).toMatch(/^[\w-]{43}$/)
    expect(await send(visitor, draft)).toEqual(first)
    expect(await count('receipt', 'case_id = $1', [first.caseId])).toBe(1)
    const [row] = await database.query('select reference_hash, expires_at from cases.receipt where case_id = $1', [
      first.caseId,
    ])
    expect(row?.reference_hash).toEqual(sha256(first.receipt ?? ''))
    expect(row?.expires_at.getTime() - first.receivedAt.getTime()).toBe(30 * 24 * 60 * 60 * 1000)
  })

  test('it is marked as anonymous and belongs to the visitor', async () => {
    const { caseId } = await aCase(visitor)
    expect(await count('case', 'case_id = $1 and anonymous', [caseId])).toBe(1)
    expect(
      await count('case_party', `case_id = $1 and kind = 'visitor' and visitor_id = $2`, [
        caseId,
        visitor.actor.kind === 'visitor' ? visitor.actor.id : '',
      ]),
    ).toBe(1)
  })

  test('it is refused when the service requires login', async () => {
    const optional = await anOpenService(visitor, { shortName: 'snart-kravs' })
    const draft = await aFilledDraft(visitor, { service: optional })
    const required = await aFormService(visitor, { shortName: 'snart-kravs' })
    await database.query('update drafts.draft set version_id = $2 where draft_id = $1', [draft, required.versionId])
    expect(await submit(visitor, draft)).toEqual({ ok: false, error: { kind: 'login-required' } })
  })
})

describe('many at once', () => {
  test.each([
    ['a citizen', ada],
    ['a visitor', database.context({ actor: aVisitor() })],
  ])(
    '50 identical submits by %s, 10 rounds: one case a round, and all answers name it',
    async (_who, ctx) => {
      for (let round = 0; round < 10; round++) {
        const draft = await aFilledDraft(ctx)
        const cases = await count('case')
        const answers = await Promise.all(Array.from({ length: 50 }, async () => await send(ctx, draft)))
        expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
        expect(await count('case')).toBe(cases + 1)
        expect(await count('submission', 'draft_id = $1', [draft])).toBe(1)
      }
    },
    120_000,
  )
})
