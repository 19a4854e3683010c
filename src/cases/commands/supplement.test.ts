import { describe, expect, test } from 'vitest'
import { getDraft, openDraft } from '../../drafts/public.ts'
import { aCitizen, aVisitor, someFacts } from '../../drafts/testing/a-draft.ts'
import { dayIn } from '../../platform/clock.ts'
import type { Context } from '../../platform/context.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import type { Event } from '../../platform/events/event.ts'
import { testDatabase, testTenants } from '../../platform/testing/database.ts'
import { getCase } from '../queries/get-case.ts'
import { getMyCase } from '../queries/get-my-case.ts'
import { listHistory } from '../queries/list-history.ts'
import { listSubmissions } from '../queries/list-submissions.ts'
import { openAttachment } from '../queries/open-attachment.ts'
import { changesBetween } from '../submission-changes.ts'
import { aCase, aFilledDraft, aFormService, aHandler, fillIn, send, sentOf, submitPorts } from '../testing/a-case.ts'
import { changeStatus } from './change-status.ts'
import { requestSupplement } from './request-supplement.ts'
import { startSupplementDraft } from './start-supplement-draft.ts'
import { submitApplication } from './submit-application.ts'
import { supplementByMessage } from './supplement-by-message.ts'

const database = await testDatabase()
const events: Event[] = []
const ada = database.context({
  actor: await aCitizen(database),
  sink: async (_ctx, _tx, told) => void events.push(...told),
})
const hugo = database.context({ actor: await aHandler(database) })

async function aWaitingCase(given: Parameters<typeof aCase>[1] = {}) {
  const sent = await aCase(ada, given)
  const version = (await getCase(hugo, sent.caseId)).version
  const asked = await requestSupplement(hugo, {
    caseId: sent.caseId,
    version,
    text: 'Rätta platsen.',
    until: '2099-03-03',
  })
  if (!asked.ok) throw new Error(JSON.stringify(asked.error))
  return sent
}

async function start(ctx: Context, caseId: string): Promise<string> {
  const started = await startSupplementDraft(ctx, caseId)
  if (!started.ok) throw new Error(started.error)
  return started.value.id
}

describe('"Ändra ärende"', () => {
  test.each([
    ['another citizen', async () => database.context({ actor: await aCitizen(database) })],
    ['a visitor', async () => database.context({ actor: aVisitor() })],
    ['the case worker', async () => hugo],
    ['the same person elsewhere', async () => database.context({ actor: ada.actor, tenant: testTenants.nordby })],
  ])('for %s there is no such case', async (_who, context) => {
    const { caseId } = await aWaitingCase()
    await expect(startSupplementDraft(await context(), caseId)).rejects.toMatchObject({ code: 'not-found' })
  })

  test('opens the form as it was sent, files and all, and goes on with it the next time', async () => {
    const { caseId } = await aWaitingCase({ typed: { plats: 'Storgatan 7' }, files: ['karta.pdf'] })
    const draftId = await start(ada, caseId)
    const draft = await getDraft(ada, draftId)
    expect(draft).toMatchObject({
      state: 'open',
      caseId,
      typed: { plats: 'Storgatan 7', bilagor: [{ name: 'karta.pdf' }] },
    })
    expect(await start(ada, caseId)).toBe(draftId)
  })

  test('goes on in the version of its case, though drafts move on and the service is closed', async () => {
    const service = await aFormService(ada, { shortName: 'gar-vidare' })
    const { caseId } = await aWaitingCase({ service })
    const closed = { open: { periods: [{ to: '2001-01-01' }] }, drafts: 'move' }
    await aFormService(ada, { shortName: 'gar-vidare', title: { sv: 'Ny' }, ...closed })
    const draftId = await start(ada, caseId)
    expect(await openDraft(ada, draftId)).toMatchObject({
      kind: 'open',
      draft: { versionId: service.versionId },
      opening: undefined,
    })
    expect(await send(ada, draftId)).toMatchObject({ caseId })
  })

  test('is refused unless the case waits for it', async () => {
    const { caseId } = await aCase(ada)
    expect(await startSupplementDraft(ada, caseId)).toEqual({ ok: false, error: 'not-waiting' })
  })

  test('is refused in a service that is supplemented by messages', async () => {
    const service = await aFormService(ada, { shortName: 'brev', supplement: 'message' })
    const { caseId } = await aWaitingCase({ service })
    expect(await startSupplementDraft(ada, caseId)).toEqual({ ok: false, error: 'not-waiting' })
    expect((await getMyCase(ada, caseId)).supplement).toMatchObject({ way: 'message' })
  })
})

describe('sending a supplement', () => {
  test('adds a submission, moves the case on, and shows both sides what changed', async () => {
    const { caseId, number } = await aWaitingCase({ typed: { plats: 'Storgatan 1' }, files: ['karta.pdf'] })
    const draftId = await start(ada, caseId)
    await fillIn(ada, draftId, { typed: { plats: 'Storgatan 11' }, files: ['foto.pdf'] })
    events.length = 0
    const sent = await send(ada, draftId)

    expect(sent).toMatchObject({ caseId, number, receipt: undefined })
    expect(events).toMatchObject([
      { type: 'case.supplemented', subject: caseId, data: { draftId, sequence: 2, status: 'kompletterat' } },
    ])
    const mine = await getMyCase(ada, caseId)
    expect([mine.status.id, mine.supplement, mine.attachments]).toEqual(['kompletterat', undefined, 2])
    expect((await getCase(hugo, caseId)).version).toBe(3)
    for (const ctx of [ada, hugo]) {
      const [before, after] = await listSubmissions(ctx, caseId)
      expect(before && after && changesBetween(before, after, ctx.texts)).toMatchObject([
        { questionId: 'plats', before: { text: 'Storgatan 1' }, after: { text: 'Storgatan 11' } },
        {
          questionId: 'bilagor',
          before: { files: [{ name: 'karta.pdf' }] },
          after: { files: [{}, { name: 'foto.pdf' }] },
        },
      ])
    }
    const [first, second] = await listSubmissions(ada, caseId)
    expect(first?.answers.plats).toBe('Storgatan 1')
    for (const file of second?.attachments ?? []) {
      const { body } = await openAttachment(hugo, { caseId, fileId: file.fileId })
      expect(Buffer.concat(await body.toArray()).toString()).toBe(`%PDF ${file.name}`)
    }
    expect((await listHistory(ada, caseId)).map(({ type }) => type)).toEqual([
      'case.received',
      'case.supplement-requested',
      'case.supplemented',
    ])
    expect(await send(ada, draftId)).toEqual(sent)
  })

  test('judges what nobody has changed as on the day it was sent, whoever asks how old they are by now', async () => {
    const inDays = (days: number) => new Date(Date.now() + days * 86_400_000)
    const deadline = dayIn('Europe/Stockholm', inDays(10))
    const questions = [
      { id: 'plats', type: 'text', label: { sv: 'Var?' } },
      { id: 'tidig', type: 'text', label: { sv: 'Tidig?' }, when: { '<': [{ var: 'facts.today' }, deadline] } },
      { id: 'ung', type: 'text', label: { sv: 'Ung?' }, when: { '<': [{ var: 'facts.age' }, 18] } },
    ]
    const form = { steps: [{ id: 'fragor', title: { sv: 'Frågor' }, questions }] }
    const service = await aFormService(ada, { shortName: 'med-datum', form })
    const ageing = (age: number) => ({
      ...submitPorts,
      readFacts: async (ctx: Context) => ({ ...(await someFacts(ctx)), person: { age } }),
    })
    const draft = await aFilledDraft(ada, { service, typed: { tidig: 'ja', ung: 'ja' } })
    const sent = await submitApplication(ada, { draftId: draft }, ageing(17))
    const { caseId } = sentOf(sent)
    await requestSupplement(hugo, { caseId, version: 1, text: 'Rätta.', until: '2099-03-03' })

    const later = database.context({ actor: ada.actor, clock: { now: () => inDays(30) } })
    const again = await submitApplication(later, { draftId: await start(later, caseId) }, ageing(18))
    expect(again).toMatchObject({ ok: true })
    const [first, second] = await listSubmissions(ada, caseId)
    expect(second?.answers).toEqual({ plats: 'Storgatan 1', tidig: 'ja', ung: 'ja' })
    expect([second?.answers, second?.asked, second?.seen]).toEqual([first?.answers, first?.asked, first?.seen])
  })

  test('can be done twice when it is asked for twice', async () => {
    const { caseId } = await aWaitingCase()
    await send(ada, await start(ada, caseId))
    await requestSupplement(hugo, { caseId, version: 3, text: 'En gång till.', until: '2099-03-03' })
    await send(ada, await start(ada, caseId))
    expect((await listSubmissions(ada, caseId)).map(({ sequence }) => sequence)).toEqual([1, 2, 3])
  })

  test('is refused when the municipality has gone on, and what was typed stays', async () => {
    const { caseId } = await aWaitingCase()
    const draftId = await start(ada, caseId)
    await changeStatus(hugo, { caseId, version: 2, status: 'avslutat' })
    expect(await submitApplication(ada, { draftId }, submitPorts)).toEqual({
      ok: false,
      error: { kind: 'not-waiting', caseId },
    })
    expect((await getDraft(ada, draftId)).state).toBe('open')
    expect(await listSubmissions(ada, caseId)).toHaveLength(1)
  })

  test('while the case worker closes the case: either it came first, or it is refused and kept', async () => {
    for (let round = 0; round < 10; round++) {
      const { caseId } = await aWaitingCase()
      const draftId = await start(ada, caseId)
      const [sent, closed] = await Promise.all([
        submitApplication(ada, { draftId }, submitPorts),
        changeStatus(hugo, { caseId, version: 2, status: 'avslutat' }),
      ])
      expect([sent.ok, closed.ok].filter(Boolean)).toHaveLength(1)
      const status = (await getMyCase(ada, caseId)).status.id
      expect([status, (await listSubmissions(ada, caseId)).length, (await getDraft(ada, draftId)).state]).toEqual(
        sent.ok ? ['kompletterat', 2, 'sent'] : ['avslutat', 1, 'open'],
      )
    }
  })

  test('50 times at once is one submission', async () => {
    const { caseId } = await aWaitingCase()
    const draftId = await start(ada, caseId)
    const answers = await Promise.all(Array.from({ length: 50 }, async () => await send(ada, draftId)))
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
    expect(await listSubmissions(ada, caseId)).toHaveLength(2)
  })
})

describe('a supplement by message', () => {
  const answer = async (ctx: Context, caseId: string) =>
    await inTransaction(ctx, async (tx) => await supplementByMessage(ctx, tx, caseId))

  test('moves the case on where the service takes supplements so, once', async () => {
    const service = await aFormService(ada, { shortName: 'brev', supplement: 'message' })
    const { caseId } = await aWaitingCase({ service })
    expect(await answer(ada, caseId)).toBe(true)
    expect((await getMyCase(ada, caseId)).status.kind).toBe('supplemented')
    expect(await answer(ada, caseId)).toBe(false)
    expect(
      (await listHistory(ada, caseId)).map(({ type }) => type).filter((type) => type === 'case.supplemented'),
    ).toHaveLength(1)
  })

  test('is nothing but a message where the form is to be changed', async () => {
    const { caseId } = await aWaitingCase()
    expect(await answer(ada, caseId)).toBe(false)
    expect((await getMyCase(ada, caseId)).status.kind).toBe('waiting-for-citizen')
  })

  test('from the case worker supplements nothing', async () => {
    const service = await aFormService(ada, { shortName: 'brev', supplement: 'message' })
    const { caseId } = await aWaitingCase({ service })
    expect(await answer(hugo, caseId)).toBe(false)
  })
})
