import { expect, test } from 'vitest'
import { writeEntries } from '../../audit/public.ts'
import { anonymous } from '../../platform/actor.ts'
import { later, minutes } from '../../platform/clock.ts'
import type { Context } from '../../platform/context.ts'
import { testDatabase, testTenants } from '../../platform/testing/database.ts'
import { untilLocked } from '../../platform/testing/locks.ts'
import { getTenant } from '../../tenants/public.ts'
import { findInterruptedPost } from '../queries/find-interrupted-post.ts'
import { identifiedRecently } from '../queries/identified-recently.ts'
import { listOwnSessions } from '../queries/list-own-sessions.ts'
import { readSession } from '../queries/read-session.ts'
import { aCitizenSession, aLevel, aStaffSession } from '../testing/a-session.ts'
import { endAllOwnSessions } from './end-all-own-sessions.ts'
import { endOwnSession } from './end-own-session.ts'
import { endSession } from './end-session.ts'
import { keepInterruptedPost } from './keep-interrupted-post.ts'

const database = await testDatabase()
const ctx = database.context({ sink: writeEntries })
const ada = '199001012385'
const bo = '198001139297'
const post = { kind: 'page', path: '/mina-sidor/uppgifter', form: { email: 'x' }, lostFiles: false } as const

const read = async (of: Context, token: string) => await readSession(of, await getTenant(of), 'citizen', token)

const audited = async (subject: string) =>
  await database.query<{ action: string; data: Record<string, unknown> }>(
    `select action, data from audit.entry where subject = $1 and action like 'session.%' order by at, entry_id`,
    [subject],
  )

test('who is not logged in, and staff, have no list and end nothing', async () => {
  const hugo = await aStaffSession(ctx, { subject: 'list', providerGroups: ['grp-miljo'], refreshToken: undefined })
  for (const nobody of [{ ...ctx, actor: anonymous }, hugo.ctx]) {
    await expect(listOwnSessions(nobody)).rejects.toMatchObject({ code: 'not-found' })
    await expect(endAllOwnSessions(nobody)).rejects.toMatchObject({ code: 'not-found' })
    await expect(endOwnSession(nobody, ctx.ids.next())).rejects.toMatchObject({ code: 'not-found' })
  }
})

test('nobody sees or ends the sessions of another person, or of themselves in another municipality', async () => {
  const hers = await aCitizenSession(ctx, ada)
  const his = await aCitizenSession(ctx, bo)
  const elsewhere = await aCitizenSession(database.context({ tenant: testTenants.nordby }), ada)
  for (const other of [his.ctx, elsewhere.ctx, { ...elsewhere.ctx, actor: hers.ctx.actor }]) {
    expect((await listOwnSessions(other)).map(({ id }) => id)).not.toContain(hers.ctx.actor.sessionId)
    await expect(endOwnSession(other, hers.ctx.actor.sessionId)).rejects.toMatchObject({ code: 'not-found' })
    await endAllOwnSessions(other)
  }
  expect(await read(ctx, hers.token)).toMatchObject({ kind: 'live' })
  expect(await audited(hers.ctx.actor.id)).not.toContainEqual(expect.objectContaining({ action: 'session.ended' }))
})

test('the list tells of each session when, how and in which browser, this one first, and none that is over', async () => {
  const number = '199501012380'
  const phone = await aCitizenSession(ctx, number, { browser: 'Safari/iPhone' })
  const idle = await aCitizenSession({ ...ctx, clock: { now: () => later(new Date(), -minutes(31)) } }, number)
  const over = await aCitizenSession(ctx, number)
  await endSession(over.ctx)
  const here = await aCitizenSession(ctx, number, { browser: 'Firefox/Windows' })
  const there = await aCitizenSession(ctx, number)
  expect(await listOwnSessions(here.ctx)).toEqual([
    {
      id: here.ctx.actor.sessionId,
      startedAt: expect.any(Date),
      method: 'region',
      level: aLevel,
      browser: { browser: 'Firefox', system: 'Windows' },
      isThis: true,
    },
    expect.objectContaining({ id: there.ctx.actor.sessionId, isThis: false, browser: undefined }),
    expect.objectContaining({ id: phone.ctx.actor.sessionId, isThis: false }),
  ])
  expect(await read(ctx, idle.token)).toMatchObject({ kind: 'ended' })
})

test('one of one’s own sessions is ended, and no other', async () => {
  const here = await aCitizenSession(ctx, ada)
  const there = await aCitizenSession(ctx, ada)
  await endOwnSession(here.ctx, there.ctx.actor.sessionId)
  await endOwnSession(here.ctx, there.ctx.actor.sessionId)
  expect(await read(ctx, there.token)).toEqual({ kind: 'none' })
  expect(await read(ctx, here.token)).toMatchObject({ kind: 'live' })
  const told = (await audited(here.ctx.actor.id)).filter(({ data }) => data.session === there.ctx.actor.sessionId)
  expect(told.map(({ action, data }) => [action, data.how])).toEqual([
    ['session.started', undefined],
    ['session.ended', 'from-list'],
  ])
})

test('"Logga ut överallt" ends this session and all others, with an audit row for each, and what was being sent goes', async () => {
  const number = '195501142284'
  const here = await aCitizenSession(ctx, number)
  const there = await aCitizenSession(ctx, number)
  const kept = (await keepInterruptedPost(ctx, there.ctx.actor, post)) ?? ''
  expect(await findInterruptedPost(ctx, here.ctx.actor, kept)).toEqual(post)
  await endAllOwnSessions(here.ctx)
  for (const { token } of [here, there]) expect(await read(ctx, token)).toEqual({ kind: 'none' })
  expect(await findInterruptedPost(ctx, here.ctx.actor, kept)).toBeUndefined()
  const told = (await audited(here.ctx.actor.id)).filter(({ data }) => data.how === 'everywhere')
  expect(told.map(({ data }) => data.session).toSorted()).toEqual(
    [here, there].map((session) => session.ctx.actor.sessionId).toSorted(),
  )
})

test.each(['the request', '"Logga ut överallt"'])(
  'a request under way when "Logga ut överallt" comes doesn’t revive its session, though %s is first',
  async (first) => {
    const { ctx: own, token } = await aCitizenSession(ctx, '200801012386')
    // Later than the idle limit is moved: whoever reads the session prolongs it.
    const soon = { ...ctx, clock: { now: () => later(new Date(), minutes(5)) } }
    const deeds = [async () => await read(soon, token), async () => await endAllOwnSessions(own)]
    // Sessions can be read and not written until both have found it live and wait.
    await database.query('begin')
    await database.query('lock table identity.session in share mode')
    const done: Promise<unknown>[] = []
    for (const deed of first === 'the request' ? deeds : deeds.toReversed()) {
      done.push(deed())
      await untilLocked(database, done.length)
    }
    await database.query('commit')
    await Promise.all(done)
    expect(await read(soon, token)).toEqual({ kind: 'none' })
    expect(await identifiedRecently(own)).toBe(false)
    expect(await keepInterruptedPost(ctx, own.actor, post)).toBeUndefined()
  },
)

test('what a request under way keeps when "Logga ut överallt" comes is thrown away', async () => {
  const { ctx: own } = await aCitizenSession(ctx, '200801012386')
  // Nobody can write what is kept until the request has looked at its session and both wait.
  await database.query('begin')
  await database.query('lock table identity.interrupted_post in share mode')
  const kept = keepInterruptedPost(ctx, own.actor, post)
  await untilLocked(database)
  const ended = endAllOwnSessions(own)
  await untilLocked(database, 2)
  await database.query('commit')
  await ended
  expect(await findInterruptedPost(ctx, own.actor, (await kept) ?? '')).toBeUndefined()
})

test('login and logout of a person and of a staff member stand in the audit log with method, level and area, and nothing personal', async () => {
  const person = await aCitizenSession(ctx, ada, { browser: 'Firefox/Windows' })
  const staff = await aStaffSession(ctx, {
    subject: 'kanarina',
    providerGroups: ['grp-miljo'],
    refreshToken: 'kanarina-secret',
  })
  for (const [{ ctx: own }, area, method] of [
    [person, 'citizen', 'region'],
    [staff, 'staff', 'medarbetare'],
  ] as const) {
    await endSession(own)
    const session = own.actor.sessionId
    const facts = { session, area, method, level: aLevel }
    expect((await audited(own.actor.id)).filter(({ data }) => data.session === session)).toEqual([
      { action: 'session.started', data: facts },
      { action: 'session.ended', data: { ...facts, how: 'logged-out' } },
    ])
  }
  const [all] = await database.query<{ text: string }>(`select string_agg(e::text, ' ') as text from audit.entry e`)
  expect(all?.text).not.toMatch(/199001012385|Kanarina|kanarina|Röjdsson|Firefox/)
})
