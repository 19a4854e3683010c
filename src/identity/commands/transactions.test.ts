import { beforeAll, expect, test } from 'vitest'
import { later, minutes } from '../../platform/clock.ts'
import { type TestDatabase, testDatabase, testTenants } from '../../platform/testing/database.ts'
import type { VerifiedIdentity } from '../methods/method.ts'
import { findBegunLogin } from '../queries/find-begun-login.ts'
import type { Area } from '../tables.ts'
import { comeBack } from './come-back.ts'
import { endTransaction } from './end-transaction.ts'
import { startRedirect } from './start-redirect.ts'
import { checkedLater, takeAnswer } from './take-answer.ts'
import { takeIdentity } from './take-identity.ts'

let database: TestDatabase

beforeAll(async () => {
  database = await testDatabase()
})

const identity: VerifiedIdentity = {
  claimed: { scheme: 'swedish-number', number: '199001012385', facts: { givenName: 'Kanarina' } },
  level: 'http://id.elegnamnden.se/loa/1.0/loa3',
}

/** Starts an identification on a page elsewhere; answers what comes back with the browser. */
async function start(ctx = database.context()) {
  let state = ''
  const method = {
    start: async (_ctx: unknown, asked: { readonly state: string }) => {
      state = asked.state
      return { address: 'https://provider.example/', kept: { nonce: 'abc' } }
    },
  }
  const { browser } = await startRedirect(ctx, method, {
    area: 'citizen',
    purpose: 'login',
    name: 'region',
    answerAddress: 'http://localhost/logga-in/svar',
    returnTo: '/mina-sidor',
    wish: { kind: 'start', service: 'synpunkt' },
  })
  return { browser, state }
}

/** Somebody has shown who they are in the browser that is answered. */
async function identified(ctx = database.context()) {
  const { browser, state } = await start(ctx)
  const answered = await takeAnswer(ctx, { area: 'citizen', state, browser })
  if (!answered) throw new Error('no transaction')
  await endTransaction(ctx, answered.id, { identity })
  return { browser, id: answered.id }
}

test('an answer is taken once, by the browser that began the login, and by its own area alone', async () => {
  const ctx = database.context()
  const { browser, state } = await start()
  const take = (area: Area, cookie: string) => takeAnswer(ctx, { area, state, browser: cookie })
  expect(await take('citizen', 'another')).toBeUndefined()
  expect(await take('staff', browser)).toBeUndefined()
  const all = await Promise.all([1, 2, 3, 4].map(() => take('citizen', browser)))
  expect(all.filter((answered) => answered !== undefined)).toMatchObject([
    { kept: { nonce: 'abc' }, method: 'region', returnTo: '/mina-sidor' },
  ])
})

test('an answer with another state, in another municipality, or that comes too late, is nobody’s', async () => {
  const { browser, state } = await start()
  const take = (ctx: ReturnType<TestDatabase['context']>, as = state) =>
    takeAnswer(ctx, { area: 'citizen', state: as, browser })
  expect(await take(database.context(), 'A'.repeat(43))).toBeUndefined()
  expect(await take(database.context({ tenant: testTenants.nordby }))).toBeUndefined()
  const late = database.context({ clock: { now: () => later(new Date(), minutes(21)) } })
  expect(await take(late)).toBeUndefined()
  expect(await take(database.context())).toBeDefined()
})

test('who it is goes to the browser that began, once, also when two of its windows ask at once', async () => {
  const ctx = database.context()
  const { browser } = await identified()
  expect(await takeIdentity(ctx, 'another')).toBeUndefined()
  expect(await takeIdentity(database.context({ tenant: testTenants.nordby }), browser)).toBeUndefined()
  const all = await Promise.all([1, 2, 3, 4].map(() => takeIdentity(ctx, browser)))
  expect(all.filter((taken) => taken !== undefined)).toMatchObject([
    { identity, purpose: 'login', returnTo: '/mina-sidor', wish: { kind: 'start', service: 'synpunkt' } },
  ])
})

test('what is known of somebody is readable nowhere in the row, and gone when it has been taken', async () => {
  const ctx = database.context()
  const { browser, id } = await identified()
  const rowOf = async () => {
    const [row] = await database.query<{ text: string; outcome_sealed: Buffer | null; kept_sealed: Buffer | null }>(
      'select t::text as text, outcome_sealed, kept_sealed from identity.eid_transaction t where transaction_id = $1',
      [id],
    )
    return row
  }
  const kept = await rowOf()
  expect(kept?.text).not.toMatch(/Kanarina|199001012385/)
  expect(kept?.outcome_sealed?.includes('Kanarina')).toBe(false)
  expect(kept?.kept_sealed).toBeNull()
  await takeIdentity(ctx, browser)
  expect((await rowOf())?.outcome_sealed).toBeNull()
})

test('a failure has its code in the row and the log, and what was begun can be begun anew', async () => {
  const logged: unknown[] = []
  const keep = (line: unknown) => void logged.push(line)
  const ctx = { ...database.context(), log: { debug: keep, info: keep, warn: keep, error: keep, fatal: keep } }
  const { browser, state } = await start(ctx)
  const answered = await takeAnswer(ctx, { area: 'citizen', state, browser })
  await endTransaction(ctx, answered?.id ?? '', { failure: { reason: 'refused', code: 'saml-wrong-audience' } })
  expect(logged).toEqual([{ code: 'saml-wrong-audience', reason: 'refused' }])
  expect(
    await database.query('select state, failure, reason from identity.eid_transaction where transaction_id = $1', [
      answered?.id,
    ]),
  ).toEqual([{ state: 'failed', failure: 'saml-wrong-audience', reason: 'refused' }])
  expect(await takeIdentity(ctx, browser)).toBeUndefined()
  expect(await findBegunLogin(ctx, 'citizen', browser)).toMatchObject({ wish: { kind: 'start', service: 'synpunkt' } })
})

test('a transaction ends once: what comes later changes nothing', async () => {
  const ctx = database.context()
  const { browser, id } = await identified()
  expect(await endTransaction(ctx, id, { failure: { reason: 'cancelled', code: 'cancelled-here' } })).toBe(false)
  expect(await takeIdentity(ctx, browser)).toBeDefined()
})

test('where the answer came without the browser’s cookies, who it is goes to the browser that is led back from it, and to no other', async () => {
  const ctx = database.context()
  const { browser, state } = await start(ctx)
  const answered = await takeAnswer(ctx, { area: 'citizen', state, browser: checkedLater })
  await endTransaction(ctx, answered?.id ?? '', { identity, returnSecret: 'a secret of the answer' })
  // Who began the login and has sent somebody else the way to the provider.
  expect(await takeIdentity(ctx, browser)).toBeUndefined()
  await comeBack(ctx, { browser: 'the other’s browser', secret: 'a secret of the answer' })
  expect(await takeIdentity(ctx, browser)).toBeUndefined()
  await comeBack(ctx, { browser, secret: 'a secret of the answer' })
  expect(await takeIdentity(ctx, browser)).toMatchObject({ identity })
})

test('no answer is taken without a browser', async () => {
  const ctx = database.context()
  const { state } = await start(ctx)
  expect(await takeAnswer(ctx, { area: 'citizen', state, browser: undefined })).toBeUndefined()
})
