import formbody from '@fastify/formbody'
import multipart from '@fastify/multipart'
import fastify, { type FastifyRequest } from 'fastify'
import { h, type VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { endSession } from '../identity/commands/end-session.ts'
import { readSession } from '../identity/public.ts'
import { aCitizenSession, aStaffSession } from '../identity/testing/a-session.ts'
import { anonymous } from '../platform/actor.ts'
import { later, minutes } from '../platform/clock.ts'
import type { Context } from '../platform/context.ts'
import { page } from '../platform/http/page.ts'
import { aRequest } from '../platform/testing/a-request.ts'
import { testDatabase, testTenants } from '../platform/testing/database.ts'
import { getTenant } from '../tenants/public.ts'
import { keepTyped, showTyped } from './kept-typed.ts'
import type { OpenRequest } from './request.ts'

const database = await testDatabase()

const written = page('/brev/:id', {
  area: 'citizen',
  params: z.object({ id: z.string() }),
  body: z.object({ text: z.string().catch('') }),
  get: () => h('p', {}, 'empty'),
  resumed: ({ params, body, lostFiles }) => h('p', {}, `${params.id} ${body.text} ${lostFiles ? 'files' : ''}`),
})

const { resumed: _, ...plain } = written

/** Asks a server of nothing but what is tested, as the browser that `opened` describes. */
async function ask(
  request: { readonly method: 'GET' | 'POST'; readonly url: string; readonly payload?: string | FormData },
  opened: (path: string) => Pick<OpenRequest, 'ctx' | 'facts' | 'session'>,
  asked = written,
): Promise<string | undefined> {
  const web = fastify()
  await web.register(formbody)
  await web.register(multipart)
  const answer = async (from: FastifyRequest) => {
    const means = opened(from.url)
    const shown = await showTyped(asked, means, from)
    const done = shown ? textOf(shown) : await keepTyped(asked, means, from)
    return { done }
  }
  web.get('/brev/:id', answer)
  web.post('/brev/:id', answer)
  const { payload, ...rest } = request
  const form = typeof payload === 'string'
  const response = await web.inject({
    ...rest,
    ...(payload !== undefined && { payload }),
    ...(form && { headers: { 'content-type': 'application/x-www-form-urlencoded' } }),
  })
  await web.close()
  expect(response.statusCode).toBe(200)
  return z.object({ done: z.string().optional() }).parse(response.json()).done
}

const textOf = (shown: VNode | object): string => ('type' in shown ? renderToString(shown) : 'no view')

/** The browser of a session, so many minutes after its login. */
async function browserOf(
  { ctx, token }: { readonly ctx: Context; readonly token: string },
  area: 'citizen' | 'staff',
  after = 31,
) {
  const nobody = { ...ctx, actor: anonymous, clock: { now: () => later(new Date(), minutes(after)) } }
  const session = await readSession(nobody, await getTenant(ctx), area, token, true)
  return (path: string) => ({
    ctx: nobody,
    session,
    facts: aRequest({ path }),
  })
}

/** Somebody who is logged in. */
const readerOf = (ctx: Context) => (path: string) => ({
  ctx,
  session: { kind: 'none' } as const,
  facts: aRequest({ path }),
})

const late = { method: 'POST', url: '/brev/1', payload: 'text=N%C3%A4stan+klart' } as const

test('what is sent while a session lives, or without one, or after "Logga ut", or to a page that keeps nothing, is not kept', async () => {
  const ada = await aCitizenSession(database.context(), '199001012385')
  expect(await ask(late, await browserOf(ada, 'citizen', 1))).toBeUndefined()
  expect(await ask(late, readerOf(database.context()))).toBeUndefined()
  expect(await ask(late, await browserOf(ada, 'citizen'), { ...plain, resumed: undefined })).toBeUndefined()
  await endSession(ada.ctx)
  expect(await ask(late, await browserOf(ada, 'citizen'))).toBeUndefined()
})

test('what comes too late comes back to the same person at the same address, as often as they ask', async () => {
  const ada = await aCitizenSession(database.context(), '199001012385')
  const address = (await ask(late, await browserOf(ada, 'citizen'))) ?? ''
  expect(address).toMatch(/^\/brev\/1\?kvar=[0-9a-f-]{36}$/)
  const get = async (ctx: Context, url: string) => await ask({ method: 'GET', url }, readerOf(ctx))
  for (const _time of ['once', 'again']) expect(await get(ada.ctx, address)).toBe('<p>1 Nästan klart </p>')

  const { actor } = ada.ctx
  const bo = await aCitizenSession(database.context(), '198001139297')
  const twin = database.context({ actor, tenant: testTenants.nordby })
  for (const other of [bo.ctx, twin, database.context()]) expect(await get(other, address)).toBeUndefined()
  expect(await get(ada.ctx, address.replace('/brev/1', '/brev/2'))).toBeUndefined()
  expect(await get(ada.ctx, '/brev/1?kvar=1')).toBeUndefined()
  expect(await get({ ...ada.ctx, clock: { now: () => later(new Date(), minutes(60)) } }, address)).toBeUndefined()
})

test('a case worker’s text is kept, too; files are not, which the page can say', async () => {
  const hugo = await aStaffSession(database.context(), {
    subject: 'hugo',
    providerGroups: ['grp-gata-park'],
    refreshToken: undefined,
  })
  const form = new FormData()
  form.set('text', 'Hej Ada')
  form.set('bilagor', new File(['x'], 'x.pdf'))
  const address = await ask({ method: 'POST', url: '/brev/1', payload: form }, await browserOf(hugo, 'staff'))
  expect(await ask({ method: 'GET', url: address ?? '' }, readerOf(hugo.ctx))).toBe('<p>1 Hej Ada files</p>')
})
