import { beforeEach, describe, expect, test } from 'vitest'
import { aStatus } from '../../catalogue/testing/a-service.ts'
import { aCitizen, aVisitor } from '../../drafts/testing/a-draft.ts'
import type { Actor } from '../../platform/actor.ts'
import type { Event } from '../../platform/events/event.ts'
import { testDatabase, testTenants } from '../../platform/testing/database.ts'
import { getCase } from '../queries/get-case.ts'
import { getMyCase } from '../queries/get-my-case.ts'
import { listAssignable } from '../queries/list-assignable.ts'
import { listHistory } from '../queries/list-history.ts'
import { aCase, aFormService, aHandler } from '../testing/a-case.ts'
import { assignCase } from './assign-case.ts'
import { changeStatus } from './change-status.ts'
import { requestSupplement } from './request-supplement.ts'
import { takeCase } from './take-case.ts'

const database = await testDatabase()
const ada = database.context({ actor: await aCitizen(database) })
const events: Event[] = []
const as = (actor: Actor, tenant?: string) =>
  database.context({ actor, sink: async (_ctx, _tx, told) => void events.push(...told), ...(tenant ? { tenant } : {}) })
const hugo = as(await aHandler(database))
const greta = as(await aHandler(database, { name: 'Greta Gata' }))
const karin = as(await aHandler(database, { name: 'Karin Lind', groups: ['bygglov'] }))
const idOf = (ctx: typeof hugo) => ('id' in ctx.actor ? (ctx.actor.id ?? '') : '')

beforeEach(() => {
  events.length = 0
})

const told = () => events.filter(({ type }) => type !== 'case.read').map(({ type, data }) => ({ type, data }))
const asks = { text: 'Bifoga ett intyg.', until: '2099-03-03' }

describe('who may handle a case', () => {
  const deeds = {
    get: getCase,
    take: (ctx: typeof hugo, caseId: string) => takeCase(ctx, { caseId, version: 1 }),
    assign: (ctx: typeof hugo, caseId: string) => assignCase(ctx, { caseId, version: 1, to: undefined }),
    move: (ctx: typeof hugo, caseId: string) => changeStatus(ctx, { caseId, version: 1, status: 'under-handlaggning' }),
    ask: (ctx: typeof hugo, caseId: string) => requestSupplement(ctx, { caseId, version: 1, ...asks }),
    assignable: listAssignable,
  } as const
  const strangers: readonly (readonly [string, () => Promise<typeof hugo>])[] = [
    ['another group', async () => karin],
    ['an administrator', async () => as({ ...(await aHandler(database, { groups: [] })), rights: ['administrate'] })],
    ['another citizen', async () => as(await aCitizen(database))],
    ['the citizen themselves', async () => ada],
    ['a visitor', async () => as(aVisitor())],
    [
      'the same group of another municipality',
      async () => as(await aHandler(database, { tenant: testTenants.nordby }), testTenants.nordby),
    ],
  ]
  test.each(
    strangers.flatMap(([who, context]) =>
      Object.entries(deeds).map(([name, deed]) => [who, name, context, deed] as const),
    ),
  )('for %s there is no case to %s', async (_who, _name, context, deed) => {
    const { caseId } = await aCase(ada)
    await expect(deed(await context(), caseId)).rejects.toMatchObject({ code: 'not-found' })
    expect(await database.query('select version, status from cases.case where case_id = $1', [caseId])).toEqual([
      { version: 1, status: 'inkommet' },
    ])
  })
})

describe('"Ta ärendet"', () => {
  test('makes the case the worker’s own, and shows the citizen who they are', async () => {
    const { caseId } = await aCase(ada)
    expect(await takeCase(hugo, { caseId, version: 1 })).toEqual({ ok: true, value: undefined })
    expect(told()).toEqual([{ type: 'case.taken', data: {} }])
    expect(await getCase(hugo, caseId)).toMatchObject({
      assignedTo: { id: idOf(hugo), name: 'Hugo Berg' },
      version: 2,
      abilities: { take: false, assign: true, requestSupplement: true },
    })
    expect((await getMyCase(ada, caseId)).worker).toBe('Hugo Berg')
    expect((await listHistory(ada, caseId)).map(({ type, data }) => [type, data.name])).toEqual([
      ['case.received', undefined],
      ['case.taken', 'Hugo Berg'],
    ])
  })

  test('tells the citizen nothing where the service shows no case worker', async () => {
    const service = await aFormService(ada, { shortName: 'utan-namn', showCaseWorker: false })
    const { caseId } = await aCase(ada, { service })
    await takeCase(hugo, { caseId, version: 1 })
    expect((await getMyCase(ada, caseId)).worker).toBeUndefined()
    expect((await listHistory(ada, caseId)).map(({ type }) => type)).toEqual(['case.received'])
    expect(await database.query('select worker_shown from cases.case where case_id = $1', [caseId])).toEqual([
      { worker_shown: null },
    ])
  })

  test('of two who take it at once one gets it, and the other is told that it has changed', async () => {
    const { caseId } = await aCase(ada)
    const answers = await Promise.all([hugo, greta].map((ctx) => takeCase(ctx, { caseId, version: 1 })))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(answers).toContainEqual({ ok: false, error: 'changed-meanwhile' })
  })

  test('is refused when a colleague has it, and does nothing when one has it oneself', async () => {
    const { caseId } = await aCase(ada)
    await takeCase(hugo, { caseId, version: 1 })
    expect(await takeCase(greta, { caseId, version: 2 })).toEqual({ ok: false, error: 'taken-already' })
    expect(await takeCase(hugo, { caseId, version: 2 })).toEqual({ ok: true, value: undefined })
    expect((await getCase(hugo, caseId)).version).toBe(2)
  })
})

describe('"Fördela"', () => {
  test('gives the case to a colleague of the group, and to nobody again', async () => {
    const { caseId } = await aCase(ada)
    const colleagues = await listAssignable(hugo, caseId)
    expect(colleagues.map(({ name }) => name)).toEqual(expect.arrayContaining(['Greta Gata', 'Hugo Berg']))
    expect(colleagues.map(({ name }) => name)).not.toContain('Karin Lind')
    expect(await assignCase(hugo, { caseId, version: 1, to: idOf(greta) })).toMatchObject({ ok: true })
    expect((await getMyCase(ada, caseId)).worker).toBe('Greta Gata')
    expect(await assignCase(hugo, { caseId, version: 2, to: undefined })).toMatchObject({ ok: true })
    expect((await getMyCase(ada, caseId)).worker).toBeUndefined()
    expect(told()).toEqual([
      { type: 'case.assigned', data: { to: idOf(greta) } },
      { type: 'case.assigned', data: { to: null } },
    ])
    expect((await listHistory(ada, caseId)).map(({ type }) => type)).toEqual(['case.received', 'case.assigned'])
    expect((await listHistory(hugo, caseId)).filter(({ type }) => type === 'case.assigned')).toHaveLength(2)
  })

  test('refuses whoever is not in the group', async () => {
    const { caseId } = await aCase(ada)
    expect(await assignCase(hugo, { caseId, version: 1, to: idOf(karin) })).toEqual({
      ok: false,
      error: 'not-in-group',
    })
  })
})

describe('"Ändra status"', () => {
  test('moves the case step by step, each told to the citizen', async () => {
    const { caseId } = await aCase(ada)
    for (const [index, status] of ['under-handlaggning', 'beslut-fattat', 'avslutat'].entries()) {
      expect((await getCase(hugo, caseId)).nextStatuses.map(({ id }) => id)).toContain(status)
      expect(await changeStatus(hugo, { caseId, version: index + 1, status })).toMatchObject({ ok: true })
    }
    expect(told()).toEqual([
      { type: 'case.status-changed', data: { status: 'under-handlaggning', kind: 'in-progress' } },
      { type: 'case.status-changed', data: { status: 'beslut-fattat', kind: 'decided' } },
      { type: 'case.status-changed', data: { status: 'avslutat', kind: 'closed' } },
    ])
    expect((await listHistory(ada, caseId)).map(({ data }) => data.status)).toEqual([
      undefined,
      'under-handlaggning',
      'beslut-fattat',
      'avslutat',
    ])
  })

  test.each(['vantar-pa-komplettering', 'inkommet', 'finns-inte'])('refuses %s, which can’t follow', async (status) => {
    const { caseId } = await aCase(ada)
    expect(await changeStatus(hugo, { caseId, version: 1, status })).toEqual({ ok: false, error: 'no-such-step' })
  })

  test('of two who change it at once the later is told, and overwrites nothing', async () => {
    const { caseId } = await aCase(ada)
    const statuses = ['under-handlaggning', 'beslut-fattat']
    const answers = await Promise.all(statuses.map((status) => changeStatus(hugo, { caseId, version: 1, status })))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(answers).toContainEqual({ ok: false, error: 'changed-meanwhile' })
    expect((await getCase(hugo, caseId)).status.id).toBe(statuses[answers.findIndex(({ ok }) => ok)])
  })

  test('ends the wait for a supplement', async () => {
    const { caseId } = await aCase(ada)
    await requestSupplement(hugo, { caseId, version: 1, ...asks })
    await changeStatus(hugo, { caseId, version: 2, status: 'under-handlaggning' })
    expect((await getMyCase(ada, caseId)).supplement).toBeUndefined()
    expect((await getCase(hugo, caseId)).supplement).toBeUndefined()
  })
})

describe('"Begär komplettering"', () => {
  test('makes the case wait, and tells the citizen what for and until when', async () => {
    const { caseId } = await aCase(ada)
    expect(await requestSupplement(hugo, { caseId, version: 1, ...asks })).toMatchObject({ ok: true })
    expect(told()).toEqual([{ type: 'case.supplement-requested', data: { until: '2099-03-03' } }])
    const mine = await getMyCase(ada, caseId)
    expect(mine.status.kind).toBe('waiting-for-citizen')
    expect(mine.supplement).toEqual({ way: 'form', ...asks, isLate: false })
    expect((await listHistory(ada, caseId)).at(-1)?.data).toMatchObject(asks)
  })

  test('can be asked anew with another day', async () => {
    const { caseId } = await aCase(ada)
    await requestSupplement(hugo, { caseId, version: 1, ...asks })
    await requestSupplement(hugo, { caseId, version: 2, text: 'Och ett foto.', until: '2099-04-04' })
    expect((await getMyCase(ada, caseId)).supplement).toMatchObject({ text: 'Och ett foto.', until: '2099-04-04' })
  })

  test.each([
    ['an empty text', { text: ' ', until: '2099-03-03' }, { text: 'missing' }],
    ['too long a text', { text: 'x'.repeat(4001), until: '2099-03-03' }, { text: 'too-long' }],
    ['today', { text: 'x', until: '2026-05-04' }, { until: 'not-in-future' }],
    ['a day that there is not', { text: '', until: '2099-02-30' }, { text: 'missing', until: 'not-a-day' }],
    ['no day', { text: 'x', until: '' }, { until: 'not-a-day' }],
  ])('says what is wrong with %s', async (_what, request, fault) => {
    const { caseId } = await aCase(ada)
    // 4 May in Sweden, while it is still 3 May in UTC: today is no day to come.
    const ctx = { ...hugo, clock: { now: () => new Date('2026-05-03T22:30:00Z') } }
    expect(await requestSupplement(ctx, { caseId, version: 1, ...request })).toEqual({
      ok: false,
      error: { kind: 'invalid', ...fault },
    })
  })

  test('is not for cases sent without login', async () => {
    const visitor = as(aVisitor())
    const { caseId } = await aCase(visitor)
    expect(await requestSupplement(hugo, { caseId, version: 1, ...asks })).toEqual({ ok: false, error: 'not-allowed' })
    expect((await getCase(hugo, caseId)).abilities).toMatchObject({ requestSupplement: false, writeMessage: false })
  })

  test('is not for services that take none', async () => {
    const service = await aFormService(ada, {
      shortName: 'aldrig-mer',
      supplement: 'none',
      statuses: [aStatus('inkommet', 'received'), aStatus('avslutat', 'closed')],
    })
    const { caseId } = await aCase(ada, { service })
    expect(await requestSupplement(hugo, { caseId, version: 1, ...asks })).toEqual({ ok: false, error: 'not-allowed' })
  })
})

test('who has read a case stands in its history once an hour, and in every event', async () => {
  const { caseId } = await aCase(ada)
  await getCase(hugo, caseId)
  await getCase(hugo, caseId)
  await getCase(greta, caseId)
  const later = { ...hugo, clock: { now: () => new Date(Date.now() + 61 * 60 * 1000) } }
  await getCase(later, caseId)
  expect(events.map(({ type, subject }) => [type, subject])).toEqual(Array(4).fill(['case.read', caseId]))
  const reads = (await listHistory(hugo, caseId)).filter(({ type }) => type === 'case.read')
  expect(reads.map(({ by }) => by.name)).toEqual(['Hugo Berg', 'Greta Gata', 'Hugo Berg'])
  expect((await listHistory(ada, caseId)).map(({ type }) => type)).not.toContain('case.read')
})
