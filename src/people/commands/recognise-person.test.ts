import pg from 'pg'
import { expect, test } from 'vitest'
import { aDraft } from '../../drafts/testing/a-draft.ts'
import { type Citizen, system } from '../../platform/actor.ts'
import { inReading, inTransaction } from '../../platform/database/transaction.ts'
import type { Event } from '../../platform/events/event.ts'
import { testDatabase } from '../../platform/testing/database.ts'
import { untilLocked } from '../../platform/testing/locks.ts'
import type { Identification } from '../identification.ts'
import { findOwnNumber } from '../queries/find-own-number.ts'
import { listOwnWarnings } from '../queries/list-own-warnings.ts'
import { aPerson } from '../testing/a-person.ts'
import { recognisePerson } from './recognise-person.ts'

const database = await testDatabase()

/** A number, and the coordination number before it; nothing in them is told apart. Each test begins with new people. */
const [later, earlier] = ['193801248471', '197002822398']
const prid = 'NO:5068907693'
const eidasIdentifier = 'NO/SE/05068907693'
const norwegian = { foreign: { prid, persistence: 'B', eidasIdentifier } } as const
const byPrid = { scheme: 'prid', ...norwegian } as const

async function nobody(): Promise<void> {
  await database.query('truncate people.person cascade')
}

const numberOf = async (citizen: Citizen) => {
  const ctx = database.context({ actor: citizen })
  return await inReading(ctx, async (tx) => await findOwnNumber(ctx, tx))
}

const warningsOf = async (citizen: Citizen) => await listOwnWarnings(database.context({ actor: citizen }))

const people = async () => await database.query('select person_id from people.person')

/** Something that is held of a person: a draft of theirs. */
const withDraft = async (citizen: Citizen): Promise<Citizen> => {
  await aDraft(database.context({ actor: citizen }))
  return citizen
}

/** A login, and what it says has happened. */
async function logIn(number: string, given: Partial<Identification> = {}) {
  const events: Event[] = []
  const ctx = database.context({ actor: system, sink: async (_ctx, _tx, some) => void events.push(...some) })
  const facts = { from: 'login', givenName: 'Test', surname: 'Person' } as const
  const unknown = { address: undefined, birthDate: undefined, municipalityCode: undefined }
  const { id } = await inTransaction(
    ctx,
    async (tx) =>
      await recognisePerson(ctx, tx, {
        scheme: 'swedish-number',
        number,
        certain: true,
        facts: { ...facts, ...unknown },
        ...given,
      }),
  )
  return { id, events: events.map(({ type, subject, data }) => ({ type, subject, data })) }
}

test('a number finds the same person each time, and only in its own municipality', async () => {
  await nobody()
  const ada = await aPerson(database, later)
  expect((await aPerson(database, later)).id).toBe(ada.id)
  expect((await aPerson(database, later, { tenant: '01930000-0000-7000-8000-000000000002' })).id).not.toBe(ada.id)
  expect((await logIn(later)).events).toEqual([])
})

test('a changed number finds who had the old one, is their number from now on, and is told of once', async () => {
  await nobody()
  const before = await aPerson(database, earlier)
  const { id, events } = await logIn(later, { earlierNumbers: [earlier] })
  expect(id).toBe(before.id)
  expect(events).toEqual([{ type: 'person.identity-linked', subject: id, data: { scheme: 'swedish-number' } }])
  expect(await numberOf(before)).toBe(later)
  expect((await logIn(later, { earlierNumbers: [earlier] })).events).toEqual([])
  expect((await logIn(later)).id).toBe(id)
})

test('an e-ID that still has the old number finds the same person, whose number stays the new one', async () => {
  await nobody()
  const person = await aPerson(database, later, { earlierNumbers: [earlier] })
  expect((await logIn(earlier)).id).toBe(person.id)
  expect(await numberOf(person)).toBe(later)
})

test('the old number can come back into use, where a login says so', async () => {
  await nobody()
  const person = await aPerson(database, later, { earlierNumbers: [earlier] })
  expect((await logIn(earlier, { earlierNumbers: [later] })).id).toBe(person.id)
  expect(await numberOf(person)).toBe(earlier)
})

test.each([
  ['new', later, earlier],
  ['old', earlier, later],
])('who has done nothing under the %s number gives way to themselves under the other', async (_which, empty, used) => {
  await nobody()
  const held = await withDraft(await aPerson(database, used))
  const idle = await aPerson(database, empty)
  const { id, events } = await logIn(later, { earlierNumbers: [earlier] })
  expect(id).toBe(held.id)
  expect(events).toEqual([{ type: 'person.handed-over', subject: held.id, data: { from: idle.id } }])
  expect(await people()).toEqual([{ person_id: held.id }])
  expect(await numberOf(held)).toBe(later)
  expect((await logIn(earlier)).id).toBe(held.id)
  expect(await warningsOf(held)).toEqual([])
})

test('two of whom something is held stay apart, each with what is theirs, and are warned once they are known to be one', async () => {
  await nobody()
  const old = await withDraft(await aPerson(database, earlier))
  const young = await withDraft(await aPerson(database, later))
  const { id, events } = await logIn(later, { earlierNumbers: [earlier] })
  expect(id).toBe(young.id)
  expect(events).toEqual([{ type: 'person.kept-apart', subject: young.id, data: { others: [old.id] } }])
  expect((await logIn(later, { earlierNumbers: [earlier] })).events).toEqual([])
  expect(await warningsOf(young)).toEqual(['apart'])
  await logIn(later)
  expect(await warningsOf(young)).toEqual(['apart'])
  expect(await numberOf(young)).toBe(later)
  expect(await numberOf(old)).toBe(earlier)
  expect((await logIn(earlier)).id).toBe(old.id)
  // Once the draft under the old number is gone, there is nothing left to keep apart.
  await database.query('delete from drafts.draft where person_id = $1', [old.id])
  expect((await logIn(later, { earlierNumbers: [earlier] })).id).toBe(young.id)
  expect(await warningsOf(young)).toEqual([])
  expect(await people()).toEqual([{ person_id: young.id }])
})

test('contact details of their own are something that is held', async () => {
  await nobody()
  const old = await aPerson(database, earlier)
  const young = await aPerson(database, later)
  await database.query(`update people.person set phone = '070-123 45 67'`)
  expect((await logIn(later, { earlierNumbers: [earlier] })).id).toBe(young.id)
  expect(await warningsOf(young)).toEqual(['apart'])
  expect(await people()).toHaveLength(2)
  expect(await numberOf(old)).toBe(earlier)
})

test('two first logins of one person at once make one person, whatever numbers they come with', async () => {
  await nobody()
  const change = { earlierNumbers: [earlier] }
  const logins = await Promise.all([logIn(later, change), logIn(earlier), logIn(later), logIn(later, change)])
  const found = await logIn(later, change)
  expect(await people()).toEqual([{ person_id: found.id }])
  expect(logins.map(({ events }) => events.filter(({ type }) => type === 'person.kept-apart'))).toEqual([
    [],
    [],
    [],
    [],
  ])
})

test('who seems to have done nothing isn’t taken away while they begin something', async () => {
  await nobody()
  const old = await withDraft(await aPerson(database, earlier))
  const young = await aPerson(database, later)
  const other = new pg.Client({ connectionString: database.programUrl })
  await other.connect()
  await other.query('begin')
  await other.query(`select set_config('role', 'handslag_system', true), set_config('handslag.tenant', $1, true)`, [
    database.context().tenant.id,
  ])
  await other.query(
    `insert into identity.interrupted_post (tenant_id, post_id, person_id, sealed, expires_at)
     values ($1, gen_random_uuid(), $2, '\\x00', now())`,
    [database.context().tenant.id, young.id],
  )
  const login = logIn(later, { earlierNumbers: [earlier] })
  await untilLocked(database)
  await other.query('commit')
  await other.end()
  expect((await login).id).toBe(young.id)
  expect((await people()).map(({ person_id }) => person_id).toSorted()).toEqual([old.id, young.id].toSorted())
})

test('a number bound to a foreign e-ID makes one person of both, who is found by it for as long as the binding is accepted', async () => {
  await nobody()
  const kari = await withDraft(await aPerson(database, prid, byPrid))
  expect(await numberOf(kari)).toBeUndefined()
  expect(await warningsOf(kari)).toEqual(['fleeting'])
  const { id, events } = await logIn(later, norwegian)
  expect(id).toBe(kari.id)
  expect(events).toEqual([{ type: 'person.identity-linked', subject: kari.id, data: { scheme: 'swedish-number' } }])
  expect(await numberOf(kari)).toBe(later)
  expect(await warningsOf(kari)).toEqual([])
  expect((await logIn(later)).id).toBe(kari.id)
  expect((await logIn(later, norwegian)).id).toBe(kari.id)
})

test('a foreign e-ID whose binding isn’t accepted any more opens nothing of who has the number, and is told so at each login', async () => {
  await nobody()
  const swede = await withDraft(await aPerson(database, later, norwegian))
  const facts = 'select given_name, kept_apart from people.person where person_id = $1'
  const before = await database.query(facts, [swede.id])
  const alone = await logIn(prid, byPrid)
  expect(alone.id).not.toBe(swede.id)
  expect(alone.events).toEqual([{ type: 'person.kept-apart', subject: alone.id, data: { others: [swede.id] } }])
  expect(await logIn(prid, byPrid)).toEqual({ id: alone.id, events: [] })
  expect(await warningsOf({ ...swede, id: alone.id })).toEqual(['fleeting', 'apart'])
  expect(await numberOf({ ...swede, id: alone.id })).toBeUndefined()
  expect(await database.query(facts, [swede.id])).toEqual(before)
  // Accepted once more: nothing is held of who came by the e-ID alone.
  expect((await logIn(later, norwegian)).id).toBe(swede.id)
  expect(await people()).toEqual([{ person_id: swede.id }])
})

test('a foreign e-ID that is bound to another number now opens nothing of who has the number before', async () => {
  await nobody()
  const first = await withDraft(await aPerson(database, earlier, norwegian))
  const second = await logIn(later, norwegian)
  expect(second.id).not.toBe(first.id)
  expect(await numberOf(first)).toBe(earlier)
  expect((await logIn(prid, byPrid)).id).not.toBe(first.id)
})

test('an earlier number that comes with a foreign e-ID without an accepted binding is nobody’s', async () => {
  await nobody()
  const swede = await aPerson(database, earlier)
  expect((await logIn(prid, { ...byPrid, earlierNumbers: [earlier] })).id).not.toBe(swede.id)
  expect(await numberOf(swede)).toBe(earlier)
})

test('who was protected stays so by a foreign e-ID that was once bound to their number', async () => {
  await nobody()
  await aPerson(database, later, { ...norwegian, facts: undefined })
  const uncertain = { ...byPrid, certain: false }
  for (const _login of [1, 2]) {
    expect(await aPerson(database, prid, uncertain)).toMatchObject({ protectedIdentity: true })
  }
})

test('a foreign e-ID whose PRID has changed is known by the other country’s own identifier', async () => {
  await nobody()
  const kari = await aPerson(database, prid, byPrid)
  const renewed = { ...norwegian.foreign, prid: 'NO:9999999999', persistence: 'A' } as const
  expect((await logIn(renewed.prid, { scheme: 'prid', foreign: renewed })).id).toBe(kari.id)
  expect(await warningsOf(kari)).toEqual([])
  expect((await logIn(prid, byPrid)).id).toBe(kari.id)
})

test.each([
  ['A', []],
  ['B', ['fleeting']],
  ['C', ['fleeting']],
] as const)('persistence %s of a PRID warns of %j', async (persistence, warnings) => {
  await nobody()
  const person = await aPerson(database, prid, { scheme: 'prid', foreign: { prid, persistence } })
  expect(await warningsOf(person)).toEqual(warnings)
})

test('who was protected under either number still is when the register can’t be asked', async () => {
  await nobody()
  await aPerson(database, earlier, { facts: undefined })
  const person = await aPerson(database, later, { earlierNumbers: [earlier], certain: false })
  expect(person.protectedIdentity).toBe(true)
  expect(await database.query('select given_name, notices_by_email from people.person')).toEqual([
    { given_name: null, notices_by_email: false },
  ])
})

test('who becomes protected takes those along whom they are known to have been, whom nothing ties to them', async () => {
  await nobody()
  const old = await withDraft(await aPerson(database, earlier))
  await database.query('update people.person set notices_by_sms = true')
  const young = await aPerson(database, later, { facts: undefined, alsoProtected: [earlier, '197503259280'] })
  expect(young.id).not.toBe(old.id)
  const facts =
    'select given_name, surname, fetched_at, protected_identity, notices_by_email, notices_by_sms, kept_apart from people.person'
  const nothing = { given_name: null, surname: null, fetched_at: null }
  const silent = { notices_by_email: false, notices_by_sms: false }
  const hidden = { ...nothing, ...silent, protected_identity: true, kept_apart: false }
  expect(await database.query(facts)).toEqual([hidden, hidden])
  expect(await numberOf(old)).toBe(earlier)
  expect(await numberOf(young)).toBe(later)
})

test('of who can’t be asked about nothing is kept until they can', async () => {
  await nobody()
  const unasked = { certain: false, unchecked: true } as const
  const row = async () =>
    (
      await database.query(
        'select given_name, fetched_at, protected_identity, unchecked, notices_by_email from people.person',
      )
    )[0]
  const nothing = {
    given_name: null,
    fetched_at: null,
    protected_identity: false,
    unchecked: true,
    notices_by_email: true,
  }
  expect((await aPerson(database, later, unasked)).protectedIdentity).toBe(false)
  expect(await row()).toEqual(nothing)
  await logIn(later)
  expect(await row()).toMatchObject({ given_name: 'Test', unchecked: false })
  await logIn(later, unasked)
  expect(await row()).toEqual(nothing)
  await logIn(later, { facts: undefined })
  expect(await row()).toMatchObject({ protected_identity: true, unchecked: false, notices_by_email: false })
  expect((await aPerson(database, later, unasked)).protectedIdentity).toBe(true)
})

test('what the register says of one of two kept apart is known of the other, too', async () => {
  await nobody()
  await withDraft(await aPerson(database, earlier, { certain: false, unchecked: true }))
  await withDraft(await aPerson(database, later))
  await logIn(later, { earlierNumbers: [earlier] })
  expect(await database.query('select from people.person where unchecked')).toEqual([])
})
