import { beforeAll, expect, test } from 'vitest'
import { writeEntries } from '../../audit/public.ts'
import { findOwnPerson, nameOf } from '../../people/public.ts'
import { type TestDatabase, testDatabase, testTenants } from '../../platform/testing/database.ts'
import { getTenant } from '../../tenants/public.ts'
import type { VerifiedIdentity } from '../methods/method.ts'
import { readSession } from '../queries/read-session.ts'
import { aHub, type RunningHub } from '../testing/a-hub.ts'
import { endSession } from './end-session.ts'

let database: TestDatabase
let hub: RunningHub

beforeAll(async () => {
  database = await testDatabase()
  hub = await aHub()
})

type Claimed = VerifiedIdentity['claimed']

test('Ada logs in at the hub: known by name and address, with a session that her cookie leads to', async () => {
  const ctx = database.context()
  const { actor, token } = await hub.logIn(ctx, 'ada')
  const person = await findOwnPerson({ ...ctx, actor })
  expect(person && nameOf(person)).toBe('Ada Exempel')
  expect(person?.address).toEqual({ street: 'Storgatan 1', postalCode: '900 01', city: 'Exempelköping' })
  const session = await readSession(ctx, await getTenant(ctx), 'citizen', token)
  expect(session).toMatchObject({ kind: 'live', actor, name: 'Ada Exempel' })
})

test('name and address come from the population register, with birth date and municipality', async () => {
  const ctx = database.context()
  const { actor } = await hub.logIn(ctx, 'elsa', (claimed) => ({
    ...claimed,
    facts: { givenName: 'Eva', address: { street: 'Gamla vägen 1', postalCode: '1', city: 'Y' } },
  }))
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
  const gustav = (await hub.logIn(ctx, 'gustav')).actor
  expect(await findOwnPerson({ ...ctx, actor: gustav })).toMatchObject({
    givenName: 'Gustav',
    municipalityCode: undefined,
    fetched: { from: 'population-register' },
  })
  const kari = (await hub.logIn(ctx, 'kari')).actor
  expect(await findOwnPerson({ ...ctx, actor: kari })).toMatchObject({
    givenName: 'Kari',
    birthDate: '1968-07-05',
    fetched: { from: 'login' },
  })
})

/** Makes the population register misbehave while something is done. */
async function whileRegister<Value>(mode: string, work: () => Promise<Value>): Promise<Value> {
  const set = async (to: string) =>
    await fetch(`${hub.origin}/population-register/faults`, { method: 'POST', body: JSON.stringify({ mode: to }) })
  await set(mode)
  try {
    return await work()
  } finally {
    await set('ok')
  }
}

test.each(['fault', 'broken'])(
  'a register with the fault "%s" stops no login, and nothing is known of who logs in until it answers',
  async (mode) => {
    const ctx = database.context()
    expect((await findOwnPerson({ ...ctx, actor: (await hub.logIn(ctx, 'ada')).actor }))?.address).toBeDefined()
    const { actor, token } = await whileRegister(mode, async () => await hub.logIn(ctx, 'ada'))
    expect(actor.protectedIdentity).toBe(false)
    expect(await findOwnPerson({ ...ctx, actor })).toMatchObject({
      givenName: undefined,
      surname: undefined,
      address: undefined,
      birthDate: undefined,
      municipalityCode: undefined,
      fetched: undefined,
    })
    const name = async () => await readSession(ctx, await getTenant(ctx), 'citizen', token)
    expect(await name()).toMatchObject({ kind: 'live', name: undefined })
    await hub.logIn(ctx, 'ada')
    expect(await name()).toMatchObject({ name: 'Ada Exempel' })
  },
)

test("the register's mark protects a person whom the hub has not marked, and still does when it fails the next time", async () => {
  const ctx = database.context()
  const unmarked = (claimed: Claimed): Claimed => ({ ...claimed, facts: { givenName: 'Kanarina' } })
  const first = await hub.logIn(ctx, 'skyddad', unmarked)
  expect(first.actor.protectedIdentity).toBe(true)
  const second = await whileRegister('fault', async () => await hub.logIn(ctx, 'skyddad', unmarked))
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
  const { actor } = await hub.logIn(ctx, 'cecilia')
  await hub.logIn(ctx, 'cecilia', ({ scheme, number }) => ({ scheme, number, facts: undefined }))
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
  const first = await hub.logIn(database.context(), 'bo')
  const second = await hub.logIn(database.context(), 'bo')
  expect(second.actor.id).toBe(first.actor.id)
  expect(second.token).not.toBe(first.token)
  const elsewhere = database.context({ tenant: testTenants.nordby })
  expect(await readSession(elsewhere, await getTenant(elsewhere), 'citizen', first.token)).toEqual({ kind: 'none' })
})

test('two first logins at once make one person', async () => {
  const sessions = await Promise.all([1, 2, 3, 4].map(() => hub.logIn(database.context(), 'dagny')))
  expect(new Set(sessions.map(({ actor }) => actor.id)).size).toBe(1)
})

test('of a person with protected identity nothing is stored but the sealed number', async () => {
  const ctx = database.context()
  const { actor, token } = await hub.logIn(ctx, 'skyddad')
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

test('the audit log has what the issuer calls the transaction, so that it can be asked about it', async () => {
  const ctx = database.context({ sink: writeEntries })
  const { actor } = await hub.logIn(ctx, 'ada')
  const entries = await database.query<{ data: unknown }>(
    `select data from audit.entry where action = 'session.started' and data ->> 'session' = $1`,
    [actor.sessionId],
  )
  expect(entries).toMatchObject([{ data: { method: 'region', reference: expect.stringMatching(/^[\w-]{20,}$/) } }])
})

test('after logging out the cookie leads nowhere', async () => {
  const ctx = database.context()
  const { actor, token } = await hub.logIn(ctx, 'ada')
  await endSession({ ...ctx, actor })
  expect(await readSession(ctx, await getTenant(ctx), 'citizen', token)).toEqual({ kind: 'none' })
})
