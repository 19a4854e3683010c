import { expect, test } from 'vitest'
import { aCitizen, aStaffMember } from '../../drafts/testing/a-draft.ts'
import { anonymous, type Citizen } from '../../platform/actor.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import type { EventSink } from '../../platform/events/event.ts'
import { testDatabase, testTenants } from '../../platform/testing/database.ts'
import { markMyNoticesRead } from '../commands/mark-my-notices-read.ts'
import { writeNotices } from '../public.ts'
import { countMyUnreadNotices } from './count-my-unread-notices.ts'
import { listMyNotices } from './list-my-notices.ts'

const database = await testDatabase()
const sink: EventSink = async (ctx, tx, events) =>
  await writeNotices({ findCaseRecipients: async () => new Map(), listSmsSubscribers: async () => new Set() })(
    ctx,
    tx,
    events,
    database.enqueue,
  )

/** Tells a person of a number of drafts, one after the other. */
async function tell(person: Citizen, times: number): Promise<void> {
  for (let time = 0; time < times; time += 1) {
    const ctx = database.context({ actor: person, sink })
    await inTransaction(ctx, async (tx) => {
      const draft = ctx.ids.next()
      tx.record({
        type: 'draft.expiring',
        subject: draft,
        data: { personId: person.id, serviceId: draft, expiresAt: '2027-01-15T10:00:00.000Z' },
      })
    })
  }
}

const ada = await aCitizen(database)
const asAda = database.context({ actor: ada })

test.each([
  ['nobody', anonymous],
  ['staff', aStaffMember()],
  ['the system', { kind: 'system' } as const],
])('%s has no notices to list, count or mark', async (_who, actor) => {
  const ctx = database.context({ actor })
  await expect(listMyNotices(ctx, 1)).rejects.toMatchObject({ code: 'not-found' })
  await expect(countMyUnreadNotices(ctx)).rejects.toMatchObject({ code: 'not-found' })
  await expect(markMyNoticesRead(ctx, [ada.id])).rejects.toMatchObject({ code: 'not-found' })
})

test('a person reads their own, and marks as read no more than was shown', async () => {
  await tell(ada, 2)
  const { notices } = await listMyNotices(asAda, 1)
  expect(notices.map(({ kind, unread }) => [kind, unread])).toEqual([
    ['draft-expiring', true],
    ['draft-expiring', true],
  ])
  await markMyNoticesRead(asAda, [notices[0]?.eventId ?? ''])
  expect(await countMyUnreadNotices(asAda)).toBe(1)
  expect((await listMyNotices(asAda, 1)).notices.map(({ unread }) => unread)).toEqual([false, true])
})

test.each([
  ['another person', async () => database.context({ actor: await aCitizen(database) })],
  [
    'the same person in the other municipality',
    async () => database.context({ actor: ada, tenant: testTenants.nordby }),
  ],
])('%s sees and marks none of them', async (_who, as) => {
  const ctx = await as()
  expect(await listMyNotices(ctx, 1)).toEqual({ notices: [], pages: 1 })
  const all = (await listMyNotices(asAda, 1)).notices.map(({ eventId }) => eventId)
  const unread = await countMyUnreadNotices(asAda)
  await markMyNoticesRead(ctx, all)
  expect(await countMyUnreadNotices(asAda)).toBe(unread)
})

test('more than a page is told page by page, each once', async () => {
  const bo = await aCitizen(database)
  await tell(bo, 31)
  const ctx = database.context({ actor: bo })
  const [first, second] = [await listMyNotices(ctx, 1), await listMyNotices(ctx, 2)]
  expect([first.pages, first.notices.length, second.notices.length]).toEqual([2, 30, 1])
  expect(new Set([...first.notices, ...second.notices].map(({ eventId }) => eventId)).size).toBe(31)
})
