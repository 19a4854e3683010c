import { expect, test } from 'vitest'
import { anonymous, system } from '../../platform/actor.ts'
import { days, hours, later } from '../../platform/clock.ts'
import type { Event } from '../../platform/events/event.ts'
import { testDatabase, testTenants } from '../../platform/testing/database.ts'
import { getDraft } from '../queries/get-draft.ts'
import { listMyDrafts } from '../queries/list-my-drafts.ts'
import { aCitizen, aDraft, aPost, aVisitor } from '../testing/a-draft.ts'
import { deleteDraft } from './delete-draft.ts'
import { expireDrafts } from './expire-drafts.ts'
import { saveStep } from './save-step.ts'
import { warnOfExpiry } from './warn-of-expiry.ts'

const database = await testDatabase()
const ada = await aCitizen(database)
const ctx = database.context({ actor: ada })

const programAfter = (milliseconds: number, events: Event[] = [], tenant?: string) =>
  database.context({
    actor: system,
    clock: { now: () => later(new Date(), milliseconds) },
    sink: async (_ctx, _tx, happened) => void events.push(...happened),
    ...(tenant ? { tenant } : {}),
  })

const rowsOf = async (draft: string): Promise<number> => {
  const [row] = await database.query<{ count: number }>(
    `select (select count(*) from drafts.draft where draft_id = $1) + (select count(*) from private_space.key where draft_id = $1)
      + (select count(*) from private_space.content where draft_id = $1) + (select count(*) from private_space.file where draft_id = $1) as count`,
    [draft],
  )
  return Number(row?.count)
}

test.each([ada, anonymous, aVisitor()])('$kind neither expires nor warns', async (actor) => {
  const other = database.context({ actor })
  await expect(expireDrafts(other)).rejects.toMatchObject({ code: 'not-found' })
  await expect(warnOfExpiry(other)).rejects.toMatchObject({ code: 'not-found' })
})

test('a person is warned once, a week before; of a visitor nobody knows where to find them', async () => {
  const { id } = await aDraft(ctx)
  await aDraft(database.context({ actor: aVisitor() }))
  expect(await warnOfExpiry(programAfter(days(82)))).toBe(0)
  const events: Event[] = []
  await Promise.all([warnOfExpiry(programAfter(days(84), events)), warnOfExpiry(programAfter(days(84), events))])
  await warnOfExpiry(programAfter(days(85), events))
  expect(events).toEqual([
    expect.objectContaining({
      type: 'draft.expiring',
      subject: id,
      data: expect.objectContaining({ personId: ada.id }),
    }),
  ])
  await deleteDraft(ctx, id)
})

test('a draft is removed with all it held when its time is over, once, and not in the twin municipality', async () => {
  const { id } = await aDraft(ctx)
  const bo = await aCitizen(database, testTenants.nordby)
  const twin = await aDraft(database.context({ actor: bo, tenant: testTenants.nordby }))
  await saveStep(ctx, { draft: id, step: 'fragor', posted: aPost({ namn: 'x' }), by: 'button' })
  const events: Event[] = []
  await expireDrafts(programAfter(days(89), events))
  expect(await rowsOf(id)).toBe(3)
  const removed = await Promise.all([
    expireDrafts(programAfter(days(91), events)),
    expireDrafts(programAfter(days(91), events)),
  ])
  expect(await expireDrafts(programAfter(days(91), events))).toBe(0)
  expect(await rowsOf(id)).toBe(0)
  expect(events.filter(({ subject }) => subject === id)).toHaveLength(1)
  expect(removed[0] + removed[1]).toBeGreaterThanOrEqual(1)
  expect(await rowsOf(twin.id)).toBe(3)
})

test('a visitor’s draft is removed after a day', async () => {
  const { id } = await aDraft(database.context({ actor: aVisitor() }))
  await expireDrafts(programAfter(hours(23)))
  expect(await rowsOf(id)).toBe(3)
  await expireDrafts(programAfter(hours(25)))
  expect(await rowsOf(id)).toBe(0)
})

test('more drafts than one transaction takes are removed in one run', async () => {
  const { service } = await aDraft(ctx)
  await database.query(
    `insert into drafts.draft (tenant_id, draft_id, person_id, service_id, version_id, step, state, created_at, changed_at, expires_at)
     select $1, gen_random_uuid(), $2, $3, $4, 'fragor', 'sent', now(), now(), now() - interval '1 day' from generate_series(1, 450)`,
    [testTenants.exempelkoping, ada.id, service.serviceId, service.versionId],
  )
  expect(await expireDrafts(programAfter(0))).toBe(450)
})

test('"Ta bort" leaves no row, and others can’t', async () => {
  const { id } = await aDraft(ctx)
  const bo = database.context({ actor: await aCitizen(database) })
  await expect(deleteDraft(bo, id)).rejects.toMatchObject({ code: 'not-found' })
  expect(await rowsOf(id)).toBe(3)
  expect(await deleteDraft(ctx, id)).toMatchObject({ ok: true })
  expect(await rowsOf(id)).toBe(0)
  await expect(getDraft(ctx, id)).rejects.toMatchObject({ code: 'not-found' })
  await expect(deleteDraft(ctx, id)).rejects.toMatchObject({ code: 'not-found' })
})

test('the list holds own open drafts, latest changed first', async () => {
  const cecilia = await aCitizen(database)
  const own = database.context({ actor: cecilia })
  const first = await aDraft(own)
  const second = await aDraft(own)
  await saveStep(own, { draft: first.id, step: 'fragor', posted: aPost({ namn: 'x' }), by: 'button' })
  expect((await listMyDrafts(own)).map(({ id }) => id)).toEqual([first.id, second.id])
  expect(await listMyDrafts(database.context({ actor: cecilia, tenant: testTenants.nordby }))).toEqual([])
  expect(await listMyDrafts(database.context())).toEqual([])
})
