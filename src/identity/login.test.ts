import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Simulators, startSimulators } from '../../simulators/simulators.ts'
import { Browser } from '../../simulators/testing/browser.ts'
import { findFreePort, listenOnFreePort } from '../../simulators/testing/ports.ts'
import { findOwnPerson, municipalRegisters, nameOf, type PopulationRegisters } from '../people/public.ts'
import type { Clock } from '../platform/clock.ts'
import { later, minutes } from '../platform/clock.ts'
import type { Context } from '../platform/context.ts'
import { newKey } from '../platform/cryptography/sealing.ts'
import { type SigningKey, signingKey } from '../platform/cryptography/signing-key.ts'
import { type TestDatabase, testDatabase, testTenants } from '../platform/testing/database.ts'
import { getTenant } from '../tenants/public.ts'
import { findBegunLogin } from './commands/begin-login.ts'
import { endSession } from './commands/end-session.ts'
import { finishLogin } from './commands/finish-login.ts'
import { openCitizenSession, openStaffSession } from './commands/open-session.ts'
import { startLogin } from './commands/start-login.ts'
import { openIdProviders, type Providers } from './oidc/providers.ts'
import { readSession } from './queries/read-session.ts'
import type { Area } from './tables.ts'

let database: TestDatabase
let product: Server
let productPort: number
let simulators: Simulators
let hub: string
let folder: string
let providers: Providers
let registers: PopulationRegisters

const providersWith = (key: SigningKey): Providers => openIdProviders({ key, simulators: hub, now: Date.now })

beforeAll(async () => {
  database = await testDatabase()
  const key = signingKey(newKey())
  product = createServer((_request, response) => response.end(JSON.stringify({ keys: [key.publicJwk] })))
  productPort = await listenOnFreePort(product)
  folder = await mkdtemp(join(tmpdir(), 'handslag-login-'))
  const httpPort = await findFreePort()
  hub = `http://localhost:${httpPort}`
  simulators = await startSimulators({ productPort, httpPort, dataFolder: folder })
  providers = providersWith(key)
  registers = municipalRegisters({ simulators: hub })
})

afterAll(async () => {
  await simulators.stop()
  product.close()
  await rm(folder, { recursive: true })
})

type Choice = Readonly<Record<string, string>>

/** Goes to an identity provider and through its pages as a browser would; answers the query that comes back. */
async function visit(ctx: Context, area: Area, choices: readonly Choice[], start = providers) {
  const path = area === 'citizen' ? '/logga-in/svar' : '/logga-in/medarbetare/svar'
  const { address, browser } = await startLogin(ctx, start, {
    area,
    redirectUri: `http://localhost:${productPort}${path}`,
    returnTo: '/mina-sidor',
    wish: { kind: 'start', service: 'synpunkt' },
  })
  const visitor = new Browser({ stopAt: (url) => url.port === String(productPort) })
  let page = await visitor.open(new URL(address))
  for (const choice of choices) page = await visitor.post(page, choice)
  return { browser, query: page.url.search.slice(1), address: new URL(address) }
}

const identify = (person: string): readonly Choice[] => [
  { metod: 'bankid' },
  { metod: 'bankid', person, svar: 'legitimera' },
]

async function logIn(ctx: Context, person: string, claims: Readonly<Record<string, unknown>> = {}) {
  const login = await finishLogin(ctx, providers, {
    area: 'citizen',
    ...(await visit(ctx, 'citizen', identify(person))),
  })
  if (!login.ok) throw new Error(login.error.reason)
  const told = { ...login.value, claims: { ...login.value.claims, ...claims } }
  const session = await openCitizenSession(ctx, told, { registers })
  if (!session.ok) throw new Error(session.error)
  return session.value
}

test('Ada logs in at the hub: known by name and address, with a session that her cookie leads to', async () => {
  const ctx = database.context()
  const { actor, token } = await logIn(ctx, 'ada')
  const person = await findOwnPerson({ ...ctx, actor })
  expect(person && nameOf(person)).toBe('Ada Exempel')
  expect(person?.address).toEqual({ street: 'Storgatan 1', postalCode: '900 01', city: 'Exempelköping' })
  const session = await readSession(ctx, await getTenant(ctx), 'citizen', token)
  expect(session).toMatchObject({ kind: 'live', actor, name: 'Ada Exempel' })
})

test('name and address come from the population register, with birth date and municipality', async () => {
  const ctx = database.context()
  const claims = { given_name: 'Eva', address: { street_address: 'Gamla vägen 1', postal_code: '1', locality: 'Y' } }
  const { actor } = await logIn(ctx, 'elsa', claims)
  expect(await findOwnPerson({ ...ctx, actor })).toMatchObject({
    givenName: 'Elsa',
    surname: 'Prov',
    address: { careOf: 'Karlsson', street: 'Skolgatan 5', postalCode: '900 01', city: 'Exempelköping' },
    birthDate: '2008-01-01',
    municipalityCode: '2499',
    fetched: { from: 'population-register' },
  })
})

test('a coordination number is known to the register, too; of a foreign identity the login alone tells', async () => {
  const ctx = database.context()
  const gustav = (await logIn(ctx, 'gustav')).actor
  expect(await findOwnPerson({ ...ctx, actor: gustav })).toMatchObject({
    givenName: 'Gustav',
    municipalityCode: undefined,
    fetched: { from: 'population-register' },
  })
  const login = await finishLogin(ctx, providers, {
    area: 'citizen',
    ...(await visit(ctx, 'citizen', [
      { metod: 'foreign-id' },
      { metod: 'foreign-id', person: 'kari', svar: 'legitimera' },
    ])),
  })
  if (!login.ok) throw new Error(login.error.reason)
  const session = await openCitizenSession(ctx, login.value, { registers })
  if (!session.ok) throw new Error(session.error)
  expect(await findOwnPerson({ ...ctx, actor: session.value.actor })).toMatchObject({
    givenName: 'Kari',
    birthDate: undefined,
    fetched: { from: 'login' },
  })
})

/** Makes the population register misbehave while something is done. */
async function whileRegister<Value>(mode: string, work: () => Promise<Value>): Promise<Value> {
  const set = async (to: string) =>
    await fetch(`${hub}/population-register/faults`, { method: 'POST', body: JSON.stringify({ mode: to }) })
  await set(mode)
  try {
    return await work()
  } finally {
    await set('ok')
  }
}

test.each(['fault', 'broken'])(
  'a register with the fault "%s" stops no login, and leaves the name alone',
  async (mode) => {
    const ctx = database.context()
    expect((await findOwnPerson({ ...ctx, actor: (await logIn(ctx, 'ada')).actor }))?.address).toBeDefined()
    const { actor, token } = await whileRegister(mode, async () => await logIn(ctx, 'ada'))
    expect(actor.protectedIdentity).toBe(false)
    expect(await findOwnPerson({ ...ctx, actor })).toMatchObject({
      givenName: 'Ada',
      surname: 'Exempel',
      address: undefined,
      birthDate: undefined,
      municipalityCode: undefined,
      fetched: { from: 'login' },
    })
    expect(await readSession(ctx, await getTenant(ctx), 'citizen', token)).toMatchObject({ name: 'Ada Exempel' })
  },
)

test("the register's mark protects a person whom the hub has not marked, and still does when it fails the next time", async () => {
  const ctx = database.context()
  const unmarked = { 'https://region.example/claim/protectedIdentity': undefined }
  const first = await logIn(ctx, 'skyddad', unmarked)
  expect(first.actor.protectedIdentity).toBe(true)
  const second = await whileRegister('fault', async () => await logIn(ctx, 'skyddad', unmarked))
  expect(second.actor).toMatchObject({ id: first.actor.id, protectedIdentity: true })
  expect(await findOwnPerson({ ...ctx, actor: second.actor })).toMatchObject({
    givenName: undefined,
    surname: undefined,
    address: undefined,
    birthDate: undefined,
    municipalityCode: undefined,
    fetched: undefined,
  })
})

test('what was stored of a person who becomes protected is taken away, and notices stop', async () => {
  const ctx = database.context()
  const { actor } = await logIn(ctx, 'cecilia')
  await logIn(ctx, 'cecilia', { 'https://region.example/claim/protectedIdentity': 'J' })
  const [row] = await database.query('select * from people.person where person_id = $1', [actor.id])
  expect(row).toMatchObject({
    given_name: null,
    surname: null,
    address: null,
    birth_date: null,
    municipality_code: null,
    facts_from: null,
    protected_identity: true,
    notices_by_email: false,
  })
})

test('the same person is the same at the next login, with a new session, and another in the other municipality', async () => {
  const first = await logIn(database.context(), 'bo')
  const second = await logIn(database.context(), 'bo')
  expect(second.actor.id).toBe(first.actor.id)
  expect(second.token).not.toBe(first.token)
  const elsewhere = database.context({ tenant: testTenants.nordby })
  expect(await readSession(elsewhere, await getTenant(elsewhere), 'citizen', first.token)).toEqual({ kind: 'none' })
})

test('two first logins at once make one person', async () => {
  const sessions = await Promise.all([1, 2, 3, 4].map(() => logIn(database.context(), 'dagny')))
  expect(new Set(sessions.map(({ actor }) => actor.id)).size).toBe(1)
})

test('of a person with protected identity nothing is stored but the sealed number', async () => {
  const ctx = database.context()
  const { actor, token } = await logIn(ctx, 'skyddad')
  expect(actor.protectedIdentity).toBe(true)
  expect(await readSession(ctx, await getTenant(ctx), 'citizen', token)).toMatchObject({
    kind: 'live',
    name: undefined,
  })
  const rows = await database.query('select * from people.person where person_id = $1', [actor.id])
  expect(rows).toMatchObject([
    { given_name: null, surname: null, address: null, fetched_at: null, notices_by_email: false, birth_date: null },
  ])
  const tables = await database.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema')`,
  )
  expect(tables.length).toBeGreaterThan(20)
  for (const { name } of tables) {
    const [row] = await database.query<{ text: string | null }>(
      `select string_agg(t::text, ' ') as text from ${name} t`,
    )
    expect(row?.text ?? '', name).not.toMatch(/Kanarin|Röjd|99913|200001252386|202301012395/)
  }
})

test('an answer is taken once, by the browser that began the login, and by its own area alone', async () => {
  const ctx = database.context()
  const { browser, query } = await visit(ctx, 'citizen', identify('ada'))
  const finish = (area: Area, cookie: string | undefined) =>
    finishLogin(ctx, providers, { area, browser: cookie, query })
  for (const attempt of [
    await finish('citizen', undefined),
    await finish('citizen', 'another'),
    await finish('staff', browser),
  ]) {
    expect(attempt).toMatchObject({ ok: false, error: { reason: 'unknown' } })
  }
  const both = await Promise.all([finish('citizen', browser), finish('citizen', browser)])
  expect(both.map((result) => result.ok).sort()).toEqual([false, true])
})

test('an answer whose state has been changed, or that comes too late, logs nobody in', async () => {
  const ctx = database.context()
  const { browser, query } = await visit(ctx, 'citizen', identify('ada'))
  const other = new URLSearchParams(query)
  other.set('state', 'A'.repeat(43))
  expect(await finishLogin(ctx, providers, { area: 'citizen', browser, query: other.toString() })).toMatchObject({
    error: { reason: 'unknown' },
  })
  const late = database.context({ clock: { now: () => later(new Date(), minutes(21)) } })
  expect(await finishLogin(late, providers, { area: 'citizen', browser, query })).toMatchObject({
    error: { reason: 'unknown' },
  })
})

test('an answer from another issuer is refused', async () => {
  const ctx = database.context()
  const { browser, query } = await visit(ctx, 'citizen', identify('ada'))
  const mixed = new URLSearchParams(query)
  mixed.set('iss', 'http://localhost/another')
  expect(await finishLogin(ctx, providers, { area: 'citizen', browser, query: mixed.toString() })).toMatchObject({
    error: { reason: 'refused' },
  })
})

test("a code for a nonce that is not this login's is refused", async () => {
  const ctx = database.context()
  const mine = await visit(ctx, 'citizen', identify('ada'))
  const theirs = await visit(ctx, 'citizen', identify('bo'))
  const injected = new URLSearchParams(mine.query)
  injected.set('code', new URLSearchParams(theirs.query).get('code') ?? '')
  expect(
    await finishLogin(ctx, providers, { area: 'citizen', browser: mine.browser, query: injected.toString() }),
  ).toMatchObject({ error: { reason: 'refused' } })
})

test('cancelling goes quietly back, and keeps what was wished', async () => {
  const ctx = database.context()
  const { browser, query } = await visit(ctx, 'citizen', [{ svar: 'avbryt' }])
  const result = await finishLogin(ctx, providers, { area: 'citizen', browser, query })
  expect(result).toEqual({
    ok: false,
    error: { reason: 'cancelled', returnTo: '/mina-sidor', wish: { kind: 'start', service: 'synpunkt' } },
  })
  expect(await findBegunLogin(ctx, 'citizen', browser)).toMatchObject({ wish: { kind: 'start', service: 'synpunkt' } })
})

test('the hub refuses a client that signs with another key', async () => {
  const ctx = database.context()
  const stranger = providersWith(signingKey(newKey()))
  const { browser, query } = await visit(ctx, 'citizen', identify('ada'), stranger)
  expect(await finishLogin(ctx, stranger, { area: 'citizen', browser, query })).toMatchObject({
    error: { reason: 'refused' },
  })
})

test('the hub is asked with PKCE, a state and nonce of 256 bits, and for a new login', async () => {
  const { address } = await visit(database.context(), 'citizen', [])
  const asked = address.searchParams
  expect(asked.get('code_challenge_method')).toBe('S256')
  expect(asked.get('prompt')).toBe('login')
  expect(asked.get('state')).toMatch(/^[\w-]{43}$/)
  expect(asked.get('nonce')).toMatch(/^[\w-]{43}$/)
})

test('nobody logs in through a simulator where there are none', async () => {
  const real = openIdProviders({ key: signingKey(newKey()), simulators: undefined, now: Date.now })
  await expect(visit(database.context(), 'citizen', [], real)).rejects.toMatchObject({
    code: 'identity-provider-failed',
  })
})

test('an identity provider that is down is a coded error, and is asked anew the next time', async () => {
  const down = openIdProviders({ key: signingKey(newKey()), simulators: 'http://localhost:1', now: Date.now })
  for (let time = 0; time < 2; time++) {
    await expect(visit(database.context(), 'citizen', [], down)).rejects.toMatchObject({
      code: 'identity-provider-failed',
    })
  }
})

test("Hugo logs in at the municipality's own provider, with the groups that it gives him", async () => {
  const ctx = database.context()
  const answer = await visit(ctx, 'staff', [{ medarbetare: 'hugo', svar: 'logga-in' }])
  const login = await finishLogin(ctx, providers, { area: 'staff', ...answer })
  if (!login.ok) throw new Error(login.error.reason)
  const session = await openStaffSession(ctx, login.value)
  if (!session.ok) throw new Error(session.error)
  expect(session.value.actor).toMatchObject({ kind: 'staff', name: 'Hugo Berg', rights: [] })
  expect(session.value.actor.groups.toSorted()).toEqual(['gata-park', 'parkeringstillstand'])
  expect(await readSession(ctx, await getTenant(ctx), 'staff', session.value.token)).toMatchObject({
    kind: 'live',
    name: 'Hugo Berg',
  })
  expect(await readSession(ctx, await getTenant(ctx), 'citizen', session.value.token)).toEqual({ kind: 'none' })
})

const at = (milliseconds: number): Clock => ({ now: () => later(new Date(), milliseconds) })

test('a session ends when nobody has used it for 30 minutes, and after 8 hours whatever happens', async () => {
  const ctx = database.context()
  const tenant = await getTenant(ctx)
  const { actor, token } = await logIn(ctx, 'ada')
  const read = (clock: Clock) => readSession(database.context({ clock }), tenant, 'citizen', token)
  for (let minute = 29; minute < 480; minute += 29)
    expect(await read(at(minutes(minute)))).toMatchObject({ kind: 'live' })
  expect(await read(at(minutes(481)))).toEqual({ kind: 'ended', person: actor.id })

  const idle = await logIn(ctx, 'ada')
  expect(await readSession(database.context({ clock: at(minutes(31)) }), tenant, 'citizen', idle.token)).toEqual({
    kind: 'ended',
    person: actor.id,
  })
})

test('after logging out the cookie leads nowhere', async () => {
  const ctx = database.context()
  const { actor, token } = await logIn(ctx, 'ada')
  await endSession({ ...ctx, actor })
  expect(await readSession(ctx, await getTenant(ctx), 'citizen', token)).toEqual({ kind: 'none' })
})
