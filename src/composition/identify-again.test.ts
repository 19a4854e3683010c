import { expect, test } from 'vitest'
import { askPage, targetOf } from '../../tests/support/ask-page.tsx'
import { enter } from '../identity/commands/enter.ts'
import type { IdentityPorts } from '../identity/ports.ts'
import { findInterruptedPost, keptAt, keptIn } from '../identity/public.ts'
import { findBegunLogin } from '../identity/queries/find-begun-login.ts'
import { aCitizenSession, aLevel } from '../identity/testing/a-session.ts'
import { findOwnPerson } from '../people/public.ts'
import { later, minutes } from '../platform/clock.ts'
import type { Context } from '../platform/context.ts'
import { cookieNames } from '../platform/http/cookies.ts'
import { testDatabase } from '../platform/testing/database.ts'
import { portalPages } from '../portal/public.ts'
import { loginPorts } from './login-ports.ts'
import { resumeKept } from './resume-kept.ts'

const database = await testDatabase()
const cookies = cookieNames(4000)
const pages = portalPages({ ...loginPorts(cookies), offersSms: async () => false })
const path = '/mina-sidor/uppgifter'
const form = { email: 'new@example.com', phone: '', language: 'sv', notices: 'ja' }

const ports: IdentityPorts = {
  methods: { find: () => undefined },
  providers: {
    configurationOf: async () => await Promise.reject(new Error('nobody is asked')),
    signRequest: async () => await Promise.reject(new Error('nobody is asked')),
  },
  registers: { of: async () => undefined },
  cookies,
  startService: async () => '/',
  resumePost: resumeKept,
  claimDrafts: async () => undefined,
  joinInvitations: async () => undefined,
  signing: { method: () => undefined, ended: () => undefined, finish: async () => '/' },
}

/** Somebody who has been logged in for six minutes changes their address; answers the secret that binds the identification to their browser. */
async function change(number: string) {
  const { ctx } = await aCitizenSession(database.context(), number)
  const six = { ...ctx, clock: { now: () => later(new Date(), minutes(6)) } }
  const answer = await askPage(pages, six, path, { form })
  expect(targetOf(answer)).toBe('/logga-in')
  const cookie = answer.kind === 'redirect' ? answer.cookies.find(({ name }) => name === cookies.login) : undefined
  return { ctx: six, browser: cookie?.value }
}

/** Somebody with that number shows who they are in the browser. */
async function identify(ctx: Context, browser: string | undefined, number: string) {
  const begun = await findBegunLogin(ctx, 'citizen', browser)
  if (!begun) throw new Error('Nothing was begun')
  const claimed = { scheme: 'swedish-number', number, facts: { givenName: 'A', surname: 'B' } } as const
  return await enter(ctx, ports, {
    taken: { ...begun, method: 'region', identity: { claimed, level: aLevel, reference: undefined } },
    visitor: undefined,
    userAgent: undefined,
  })
}

test('an address is changed by itself once its owner has shown again who they are', async () => {
  const { ctx, browser } = await change('199001012385')
  expect((await findOwnPerson(ctx))?.email).toBeUndefined()
  expect(await identify(ctx, browser, '199001012385')).toMatchObject({
    ok: true,
    value: { goesTo: `${path}?sparat=ja&lang=sv` },
  })
  expect((await findOwnPerson(ctx))?.email).toBe('new@example.com')
  expect(await database.query('select from identity.interrupted_post')).toEqual([])
})

test('somebody else who identifies themselves instead changes nothing, and who turns back finds what they typed', async () => {
  const { ctx, browser } = await change('195501142284')
  const bo = (await aCitizenSession(database.context(), '198001139297')).ctx
  expect(await identify(ctx, browser, '198001139297')).toEqual({ ok: false, error: 'somebody-else' })
  for (const person of [ctx, bo]) expect((await findOwnPerson(person))?.email).toBeUndefined()
  const begun = await findBegunLogin(ctx, 'citizen', browser)
  const kept = keptIn(begun?.returnTo ?? '') ?? ''
  expect(begun?.returnTo).toBe(keptAt(path, kept))
  expect(await findInterruptedPost(ctx, { kind: 'citizen', id: ownerOf(ctx) }, kept)).toMatchObject({ form })
  expect(await findInterruptedPost(ctx, { kind: 'citizen', id: ownerOf(bo) }, kept)).toBeUndefined()
})

const ownerOf = ({ actor }: Context): string => (actor.kind === 'citizen' ? actor.id : '')
