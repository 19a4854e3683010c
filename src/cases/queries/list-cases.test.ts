import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Service } from '../../catalogue/public.ts'
import { aCitizen, aVisitor } from '../../drafts/testing/a-draft.ts'
import type { StaffMember } from '../../platform/actor.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import { testDatabase, testTenants } from '../../platform/testing/database.ts'
import { toDoKinds } from '../status.ts'
import { aFormService, aHandler } from '../testing/a-case.ts'
import { manyCases } from '../testing/many-cases.ts'
import { type CaseOrder, type CaseSelection, type CaseView, caseViews } from './case-ranges.ts'
import { countCases } from './count-cases.ts'
import { listCases, selectPage } from './list-cases.ts'

const database = await testDatabase()
const hugo = await aHandler(database, { groups: ['gata-park', 'parkeringstillstand'] })
const greta = await aHandler(database, { name: 'Greta Gata', groups: ['gata-park'] })
const as = (actor: StaffMember) => database.context({ actor })
let services: readonly [Service, Service]

beforeAll(async () => {
  const ctx = database.context()
  services = [await aFormService(ctx, { shortName: 'ett' }), await aFormService(ctx, { shortName: 'tva' })]
  await manyCases(database, {
    count: 6000,
    prefix: 'A',
    services,
    groups: ['gata-park', 'bygglov'],
    workers: [hugo, greta],
  })
})

const everything = { view: 'all', statusKind: undefined, serviceId: undefined } as const
const newest = { sort: 'received', direction: 'desc' } as const
const list = async (actor: StaffMember, wanted: Partial<CaseSelection & CaseOrder & { page: number }> = {}) =>
  await listCases(as(actor), { ...everything, ...newest, page: 1, ...wanted })

test.each([
  ['a citizen', async () => await aCitizen(database)],
  ['a visitor', async () => aVisitor()],
])('for %s there is no list', async (_who, actor) => {
  const ctx = database.context({ actor: await actor() })
  await expect(listCases(ctx, { ...everything, ...newest, page: 1 })).rejects.toMatchObject({ code: 'not-found' })
  await expect(countCases(ctx)).rejects.toMatchObject({ code: 'not-found' })
})

test('an administrator without groups, another group and another municipality find an empty list', async () => {
  const empty = { rows: [], total: 0, capped: false, page: 1, pages: 1 }
  const alma = await aHandler(database, { groups: [] })
  expect(await list({ ...alma, rights: ['administrate'] })).toEqual(empty)
  expect(await list(await aHandler(database, { groups: ['miljo'] }))).toEqual(empty)
  const nora = await aHandler(database, { groups: ['gata-park'], tenant: testTenants.nordby })
  const nordby = database.context({ actor: nora, tenant: testTenants.nordby })
  expect(await listCases(nordby, { ...everything, ...newest, page: 1 })).toEqual(empty)
  const none = { count: 0, capped: false }
  expect(await countCases(nordby)).toEqual({ todo: none, mine: none, unassigned: none, all: none })
})

/** What a list must hold, by the simplest query there is, past everything that makes it fast. */
async function expected(worker: StaffMember, wanted: CaseSelection & CaseOrder): Promise<readonly string[]> {
  const isMine = `assigned_to = '${worker.id}'`
  const views: Readonly<Record<CaseView, string>> = {
    all: 'true',
    mine: isMine,
    unassigned: 'assigned_to is null',
    todo: `(${isMine} or assigned_to is null) and status_kind in ('${toDoKinds.join("', '")}')`,
  }
  const rows = await database.query<{ number: string }>(
    `select number from cases.case where tenant_id = $1 and group_name = any($2) and ${views[wanted.view]}
       and ($3::text is null or status_kind = $3) and ($4::uuid is null or service_id = $4)
     order by ${wanted.sort}_at ${wanted.direction}, case_id ${wanted.direction}`,
    [testTenants.exempelkoping, worker.groups, wanted.statusKind, wanted.serviceId],
  )
  return rows.map(({ number }) => number)
}

const orders = (['received', 'changed'] as const).flatMap((sort) =>
  (['asc', 'desc'] as const).map((direction) => ({ sort, direction })),
)

describe.each(caseViews)('the view %s', (view) => {
  test.each(orders)('sorted by $sort $direction, whatever it is narrowed to, holds what it should', async (order) => {
    for (const statusKind of [undefined, 'received', 'closed'] as const) {
      for (const serviceId of [undefined, services[1].serviceId]) {
        const wanted = { view, statusKind, serviceId, ...order }
        const all = await expected(hugo, wanted)
        const first = await list(hugo, wanted)
        expect(first.rows.map(({ number }) => number)).toEqual(all.slice(0, 50))
        expect(first).toMatchObject({ total: Math.min(all.length, 1000), capped: all.length > 1000, page: 1 })
        const last = await list(hugo, { ...wanted, page: first.pages })
        const from = (first.pages - 1) * 50
        expect(last.rows.map(({ number }) => number)).toEqual(all.slice(from, Math.min(from + 50, all.length)))
      }
    }
  })
})

test('a row tells what the list shows', async () => {
  const [row] = (await list(greta, { view: 'mine' })).rows
  expect(row).toMatchObject({
    assignedTo: { id: greta.id, name: 'Greta Gata' },
    anonymous: false,
    applicant: undefined,
  })
  expect(row?.service.definition.title.sv).toBe('Provtjänst')
  expect((await list(hugo, { view: 'unassigned' })).rows[0]?.assignedTo).toBeUndefined()
})

test('a page that is not there is the nearest that is', async () => {
  expect((await list(hugo, { page: 0 })).page).toBe(1)
  expect((await list(hugo, { page: Number.NaN })).page).toBe(1)
  expect(await list(hugo, { page: 9999 })).toMatchObject({ page: 20, pages: 20 })
})

test('the counts beside the views are those of the views', async () => {
  const counts = await countCases(as(hugo))
  for (const view of caseViews) {
    const { total, capped } = await list(hugo, { view })
    expect(counts[view]).toEqual({ count: total, capped })
  }
})

describe('read as the program’s role, from indexes alone', () => {
  const wanted = caseViews.flatMap((view) =>
    (['received', 'changed'] as const).flatMap((sort) =>
      [undefined, 'two'].map((service) => ({ view, sort, service, direction: 'desc' as const })),
    ),
  )
  test.each(wanted)('$view by $sort, service $service', async ({ view, service, ...order }) => {
    const serviceId = service && services[1].serviceId
    const selection = { view, statusKind: undefined, serviceId, order, tenant: testTenants.exempelkoping, worker: hugo }
    const plan = await inTransaction(as(hugo), async ({ db }) => {
      const { rows } = await sql<{ 'QUERY PLAN': string }>`explain (costs off) ${selectPage(selection, 1)}`.execute(db)
      return rows.map((row) => row['QUERY PLAN']).join('\n')
    })
    expect(plan).not.toMatch(/Seq Scan on "?case/)
    const assigned = view === 'mine' || view === 'todo' ? ['case_assigned'] : []
    const unassigned = view === 'unassigned' || view === 'todo' ? ['case_unassigned'] : []
    const all = view === 'all' ? [service ? 'case_of_service' : 'case_of_group'] : []
    for (const index of [...assigned, ...unassigned, ...all]) {
      expect(plan).toContain(`${index}${order.sort === 'changed' ? '_changed' : ''} on "case" c`)
    }
    // Sorted once, over what the ranges gave: no range is sorted itself.
    expect(plan.match(/Sort Key/g)).toHaveLength(1)
  })
})
