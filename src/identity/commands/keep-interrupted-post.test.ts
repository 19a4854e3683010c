import { expect, test } from 'vitest'
import { later, minutes } from '../../platform/clock.ts'
import { testDatabase, testTenants } from '../../platform/testing/database.ts'
import { findInterruptedPost } from '../queries/find-interrupted-post.ts'
import { aCitizenSession, aStaffSession } from '../testing/a-session.ts'
import { endSession } from './end-session.ts'
import { forgetInterruptedPost } from './forget-interrupted-post.ts'
import { keepInterruptedPost } from './keep-interrupted-post.ts'

const database = await testDatabase()
const ctx = database.context()
const post = { kind: 'step', draft: 'd', step: 's', form: { 'q.x': 'canary-5f1d' } } as const

test("what somebody sent too late is kept for them alone, until it has been done, and can't be read in the database", async () => {
  const ada = (await aCitizenSession(ctx, '199001012385')).ctx.actor
  const bo = (await aCitizenSession(ctx, '198001139297')).ctx.actor
  const id = (await keepInterruptedPost(ctx, ada, post)) ?? ''
  const [row] = await database.query<{ text: string }>(
    `select encode(sealed, 'escape') as text from identity.interrupted_post`,
  )
  expect(row?.text).not.toContain('canary-5f1d')
  const nordby = database.context({ tenant: testTenants.nordby })
  for (const [where, who] of [
    [ctx, bo],
    [nordby, ada],
    [ctx, { kind: 'staff', id: ada.id }],
  ] as const) {
    expect(await findInterruptedPost(where, who, id)).toBeUndefined()
  }
  const late = database.context({ clock: { now: () => later(new Date(), minutes(21)) } })
  expect(await findInterruptedPost(late, ada, id)).toBeUndefined()
  await forgetInterruptedPost(ctx, bo, id)
  expect(await findInterruptedPost(ctx, ada, id)).toEqual(post)
  await forgetInterruptedPost(ctx, ada, id)
  expect(await findInterruptedPost(ctx, ada, id)).toBeUndefined()
})

test('a staff member’s text is kept, too', async () => {
  const { ctx: hugo } = await aStaffSession(ctx, {
    subject: 'hugo',
    providerGroups: ['grp-gata-park'],
    refreshToken: undefined,
  })
  const typed = { kind: 'page', path: '/handlaggning/x', form: { text: 'Hej' }, lostFiles: true } as const
  const id = (await keepInterruptedPost(ctx, hugo.actor, typed)) ?? ''
  expect(await findInterruptedPost(ctx, hugo.actor, id)).toEqual(typed)
})

test('after "Logga ut" nothing is kept for anybody, nor for who never had the session', async () => {
  const { ctx: ada } = await aCitizenSession(ctx, '199001012385')
  const bo = (await aCitizenSession(ctx, '198001139297')).ctx.actor
  expect(await keepInterruptedPost(ctx, { ...bo, sessionId: ada.actor.sessionId }, post)).toBeUndefined()
  await endSession(ada)
  expect(await keepInterruptedPost(ctx, ada.actor, post)).toBeUndefined()
})

test('of more than twenty posts the oldest give way', async () => {
  const { actor } = (await aCitizenSession(ctx, '199501012380')).ctx
  const ids: string[] = []
  for (let count = 0; count < 23; count++) ids.push((await keepInterruptedPost(ctx, actor, post)) ?? '')
  const kept = await Promise.all(ids.map(async (id) => (await findInterruptedPost(ctx, actor, id)) !== undefined))
  expect(kept.indexOf(true)).toBe(3)
  expect(kept.slice(3)).not.toContain(false)
})
