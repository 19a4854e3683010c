import { expect, test } from 'vitest'
import { type Actor, system } from '../platform/actor.ts'
import { enterRole, inTransaction } from '../platform/database/transaction.ts'
import type { EventSink } from '../platform/events/event.ts'
import { testDatabase, testTenants } from '../platform/testing/database.ts'
import { writeEntries } from './public.ts'

const database = await testDatabase()
const sink: EventSink = async (ctx, tx, events) => await writeEntries(ctx, tx, events)
const id = (n: number) => `01930000-0000-7000-8000-0000000000${n}`
const staff: Actor = {
  kind: 'staff',
  id: id(10),
  sessionId: id(11),
  name: 'Hugo Berg',
  groups: ['gata-park'],
  rights: [],
}
const citizen: Actor = { kind: 'citizen', id: id(12), sessionId: id(13), protectedIdentity: false }
const visitor: Actor = { kind: 'visitor', id: 'hash' }

/** Something that happens to a subject. */
const happens = async (subject: string, how: { readonly actor?: Actor; readonly sink?: EventSink } = {}) =>
  await inTransaction(database.context({ actor: how.actor ?? staff, sink: how.sink ?? sink }), async (tx) =>
    tx.record({
      type: 'draft.expiring',
      subject,
      data: { personId: citizen.id, serviceId: id(14), expiresAt: '2027-01-01T00:00:00Z' },
    }),
  )

const entries = async (subject: string) =>
  await database.query<Record<string, unknown>>('select * from audit.entry where subject = $1', [subject])

test.each([
  [staff, staff.id],
  [citizen, citizen.id],
  [visitor, 'hash'],
  [system, null],
])('an event becomes an entry that says who, what and in which request', async (actor, actorId) => {
  const subject = database.context().ids.next()
  await happens(subject, { actor })
  expect(await entries(subject)).toEqual([
    expect.objectContaining({
      tenant_id: testTenants.exempelkoping,
      actor_kind: actor.kind,
      actor_id: actorId,
      on_behalf_of: null,
      action: 'draft.expiring',
      request_id: 'test',
      data: { personId: citizen.id, serviceId: id(14), expiresAt: '2027-01-01T00:00:00Z' },
    }),
  ])
})

test('an entry is rolled back with what it is about', async () => {
  const failing: EventSink = async (ctx, tx, events) => {
    await writeEntries(ctx, tx, events)
    throw new Error('later reaction')
  }
  await expect(happens(id(22), { sink: failing })).rejects.toThrow('later reaction')
  expect(await entries(id(22))).toEqual([])
})

test.each([citizen, staff, visitor, system])('$kind can neither change nor delete an entry', async (actor) => {
  await happens(id(23))
  const { db } = database.context()
  const attempt = async (change: 'update' | 'delete') =>
    await db.transaction().execute(async (tx) => {
      await enterRole(tx, testTenants.exempelkoping, actor)
      if (change === 'update')
        await tx.updateTable('audit.entry').set({ action: 'nothing' }).where('subject', '=', id(23)).execute()
      else await tx.deleteFrom('audit.entry').where('subject', '=', id(23)).execute()
    })
  await expect(attempt('update')).rejects.toMatchObject({ code: '42501' })
  await expect(attempt('delete')).rejects.toMatchObject({ code: '42501' })
  expect(await entries(id(23))).not.toEqual([])
})

test('the other municipality sees none of them', async () => {
  await happens(id(24))
  const { db } = database.context()
  const seen = await db.transaction().execute(async (tx) => {
    await enterRole(tx, testTenants.nordby, system)
    return await tx.selectFrom('audit.entry').select('subject').where('subject', '=', id(24)).execute()
  })
  expect(seen).toEqual([])
})
