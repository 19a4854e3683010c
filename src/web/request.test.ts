import cookie from '@fastify/cookie'
import fastify, { type FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cookieNames } from '../platform/http/cookies.ts'
import { errorCodeOf } from '../platform/http/error-answer.ts'
import { testDatabase, testTenants } from '../platform/testing/database.ts'
import { directoryOf } from '../tenants/public.ts'
import { openRequest } from './request.ts'

const host = 'exempelkoping.example'
const cookies = cookieNames(3000)
const visitor = { [cookies.visitor]: 'a-visitor' }
const own = { host, 'sec-fetch-site': 'same-origin' }
const foreign = { host, 'sec-fetch-site': 'cross-site', origin: 'https://idp.example' }

let web: FastifyInstance
beforeAll(async () => {
  const database = await testDatabase()
  await database.query('insert into tenants.host values ($1, $2, 0)', [testTenants.exempelkoping, host])
  const means = {
    configuration: { origin: 'https://{host}' },
    cookies,
    directory: directoryOf(database.context()),
    contextFor: ({ actor }: Parameters<Parameters<typeof openRequest>[0]['contextFor']>[0]) =>
      database.context({ actor }),
  }
  web = fastify()
  await web.register(cookie)
  web.removeAllContentTypeParsers()
  web.addContentTypeParser('*', (_request, _payload, done) => done(null))
  for (const crossSite of [false, true]) {
    web.post(`/${crossSite ? 'open' : 'shut'}`, async (request) => {
      try {
        const { ctx, facts } = await openRequest(means, request, { crossSite })
        return { actor: ctx.actor.kind, visitor: facts.cookie(cookies.visitor) ?? 'none', as: ctx.actor }
      } catch (error) {
        return { refused: errorCodeOf(error) }
      }
    })
  }
})
afterAll(() => web.close())

const post = async (url: string, headers: Readonly<Record<string, string>>) =>
  (await web.inject({ method: 'POST', url, headers, cookies: visitor })).json()

test("another site's page may post to no page that doesn't say so", async () => {
  expect(await post('/shut', foreign)).toEqual({ refused: 'foreign-origin' })
  expect(await post('/shut', { host })).toEqual({ refused: 'foreign-origin' })
  expect(await post('/shut', own)).toMatchObject({ visitor: 'a-visitor' })
})

test('what another site posts is nobody’s, whatever cookies come with it', async () => {
  const nobody = await post('/open', foreign)
  expect(nobody).toMatchObject({ visitor: 'none' })
  const somebody = await post('/open', own)
  expect(somebody).toMatchObject({ visitor: 'a-visitor' })
  expect(nobody.as).not.toEqual(somebody.as)
})
