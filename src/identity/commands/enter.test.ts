import { beforeAll, expect, test } from 'vitest'
import type { Citizen } from '../../platform/actor.ts'
import { CodedError } from '../../platform/errors.ts'
import { cookieNames } from '../../platform/http/cookies.ts'
import { type TestDatabase, testDatabase } from '../../platform/testing/database.ts'
import { getTenant } from '../../tenants/public.ts'
import type { IdentityPorts } from '../ports.ts'
import { readSession } from '../queries/read-session.ts'
import type { Purpose } from '../tables.ts'
import { enter } from './enter.ts'
import { keepInterruptedPost } from './keep-interrupted-post.ts'
import type { TakenIdentity } from './take-identity.ts'

let database: TestDatabase

beforeAll(async () => {
  database = await testDatabase()
})

const numbers = { ada: '199001012385', bo: '198001139297' } as const

const ports: IdentityPorts = {
  methods: { find: () => undefined },
  providers: {
    configurationOf: async () => Promise.reject(new Error('nobody is asked')),
    signRequest: async () => await Promise.reject(new Error('nobody is asked')),
  },
  registers: { of: async () => undefined },
  cookies: cookieNames(4000),
  startService: async (_ctx, service) => `/utkast/${service}`,
  resumePost: async () => '/mina-sidor',
  claimDrafts: async () => undefined,
  joinInvitations: async () => undefined,
  signing: { method: () => undefined, ended: () => undefined, finish: async () => '/' },
}

const taken = (who: keyof typeof numbers, purpose: Purpose): TakenIdentity => ({
  purpose,
  returnTo: '/mina-sidor/uppgifter',
  wish: purpose === 'login' ? { kind: 'start', service: 'synpunkt' } : undefined,
  method: 'region',
  identity: {
    claimed: { scheme: 'swedish-number', number: numbers[who], facts: { givenName: who } },
    level: 'http://id.elegnamnden.se/loa/1.0/loa3',
  },
})

const come = async (who: keyof typeof numbers, purpose: Purpose, actor?: Citizen) =>
  await enter({ ...database.context(), ...(actor && { actor }) }, ports, {
    taken: taken(who, purpose),
    visitor: undefined,
    userAgent: undefined,
  })

async function logIn(who: keyof typeof numbers): Promise<{ readonly token: string; readonly actor: Citizen }> {
  const entered = await come(who, 'login')
  if (!entered.ok) throw new Error(entered.error)
  const session = await sessionOf(entered.value.token)
  if (session.kind !== 'live' || session.actor.kind !== 'citizen') throw new Error('no session')
  return { token: entered.value.token, actor: session.actor }
}

const sessionOf = async (token: string) => {
  const ctx = database.context()
  return await readSession(ctx, await getTenant(ctx), 'citizen', token)
}

const countSessions = async () => (await database.query('select 1 from identity.session')).length

test('who logs in goes on to what they wished', async () => {
  expect(await come('ada', 'login')).toMatchObject({ ok: true, value: { goesTo: '/utkast/synpunkt' } })
})

test('who shows once more who they are gets a new session in the place of the old one', async () => {
  const { token, actor } = await logIn('ada')
  const again = await come('ada', 'again', actor)
  if (!again.ok) throw new Error(again.error)
  expect(again.value.goesTo).toBe('/mina-sidor/uppgifter')
  expect(await sessionOf(again.value.token)).toMatchObject({ kind: 'live', actor: { id: actor.id } })
  expect(await sessionOf(token)).toEqual({ kind: 'none' })
})

test('somebody else who identifies themselves instead gets nothing, and leaves the session as it was', async () => {
  const { token, actor } = await logIn('ada')
  const before = await countSessions()
  expect(await come('bo', 'again', actor)).toEqual({ ok: false, error: 'somebody-else' })
  expect(await countSessions()).toBe(before)
  expect(await sessionOf(token)).toMatchObject({ kind: 'live', actor: { id: actor.id } })
})

test('whose session has ended meanwhile is logged in as usual', async () => {
  expect(await come('ada', 'again')).toMatchObject({ ok: true })
})

/** Somebody's steps that came too late, and what is done of them. */
async function lateSteps(actor: Citizen, drafts: readonly string[]) {
  for (const draft of drafts) {
    await keepInterruptedPost(database.context(), actor, { kind: 'step', draft, step: 'a', form: {} })
  }
}

const posts = async () => (await database.query('select 1 from identity.interrupted_post')).length

test('whatever somebody logs in for, the steps that they had sent too late are saved, from every window', async () => {
  const { actor } = await logIn('ada')
  await lateSteps(actor, ['one', 'two'])
  const saved: string[] = []
  const resumePost: IdentityPorts['resumePost'] = async (_ctx, post) => {
    if (post.kind === 'step') saved.push(post.draft)
    return '/utkast'
  }
  await enter(
    database.context(),
    { ...ports, resumePost },
    { taken: taken('ada', 'login'), visitor: undefined, userAgent: undefined },
  )
  expect(saved).toEqual(['one', 'two'])
  expect(await posts()).toBe(0)
})

test('what can not be done now is kept, and stops nobody from coming in', async () => {
  const { actor } = await logIn('ada')
  await lateSteps(actor, ['one'])
  const failing: IdentityPorts = {
    ...ports,
    resumePost: async () => Promise.reject(new CodedError('unavailable')),
    startService: async () => Promise.reject(new CodedError('not-found')),
  }
  const entered = await enter(database.context(), failing, {
    taken: taken('ada', 'login'),
    visitor: undefined,
    userAgent: undefined,
  })
  expect(entered).toMatchObject({ ok: true, value: { goesTo: '/mina-sidor/uppgifter' } })
  expect(await posts()).toBe(1)
})
