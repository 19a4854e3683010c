import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { inReading } from '../../platform/database/transaction.ts'
import { type TestDatabase, testDatabase } from '../../platform/testing/database.ts'
import { findPerson } from '../queries/find-person.ts'
import { aPerson } from '../testing/a-person.ts'
import { aRegister, type RunningRegister } from '../testing/a-register.ts'
import { checkProtection } from './check-protection.ts'

const [ada, bo, dagny] = ['199001012385', '198001139297', '195501142284']

let database: TestDatabase
let running: RunningRegister
/** The same people, of whom Bo is protected by now. */
let later: RunningRegister

beforeAll(async () => {
  database = await testDatabase()
  running = await aRegister()
  later = await aRegister([{ number: bo, firstNames: 'Bo', familyName: 'Exempel', protection: 'sekretessmarkering' }])
})

afterEach(() => later.faults.set({ mode: 'ok' }))

test('of nobody but a logged-in person is anything asked', async () => {
  const ctx = database.context()
  expect(await checkProtection(ctx, { of: () => Promise.reject(new Error('asked')) })).toBe(ctx.actor)
})

test('who is not protected stays as they are, and so does everybody when the register fails', async () => {
  for (const number of [ada, dagny]) {
    const actor = await aPerson(database, number)
    expect(await checkProtection(database.context({ actor }), running.registers)).toBe(actor)
  }
  const actor = await aPerson(database, bo)
  later.faults.set({ mode: 'fault' })
  expect(await checkProtection(database.context({ actor }), later.registers)).toBe(actor)
})

test('who has become protected since the login is protected from now on: facts, notices, and every session', async () => {
  const actor = await aPerson(database, bo)
  const ctx = database.context({ actor })
  for (const token of ['one', 'other']) {
    await database.query(
      `insert into identity.session (tenant_id, token_hash, session_id, area, person_id, method, level_of_assurance, created_at, identified_at, idle_ends_at, ends_at)
       values ($1, sha256($2), gen_random_uuid(), 'citizen', $3, 'test', 'test', now(), now(), now() + interval '1 hour', now() + interval '1 hour')`,
      [ctx.tenant.id, Buffer.from(token), actor.id],
    )
  }
  await database.query('update people.person set notices_by_sms = true where person_id = $1', [actor.id])
  expect(await inReading(ctx, async (tx) => await findPerson(ctx, tx, actor.id))).toMatchObject({ givenName: 'Test' })

  expect(await checkProtection(ctx, later.registers)).toEqual({ ...actor, protectedIdentity: true })
  const known = await inReading(ctx, async (tx) => await findPerson(ctx, tx, actor.id))
  expect(known).toMatchObject({ givenName: undefined, surname: undefined, noticesByEmail: false, noticesBySms: false })
  const sessions = await database.query(
    'select protected_identity as hidden from identity.session where person_id = $1',
    [actor.id],
  )
  expect(sessions).toEqual([{ hidden: true }, { hidden: true }])
})

describe('somebody of whom the register couldn’t be asked at their login', () => {
  beforeEach(async () => void (await database.query('truncate people.person cascade')))
  const unasked = { certain: false, unchecked: true } as const
  const state = async (id: string) =>
    (
      await database.query('select given_name, unchecked, protected_identity from people.person where person_id = $1', [
        id,
      ])
    )[0]

  test('stays so while it fails', async () => {
    const actor = await aPerson(database, bo, unasked)
    later.faults.set({ mode: 'fault' })
    expect(await checkProtection(database.context({ actor }), later.registers)).toBe(actor)
    expect(await state(actor.id)).toMatchObject({ unchecked: true })
  })

  test('is known as soon as it answers', async () => {
    const actor = await aPerson(database, ada, unasked)
    expect(await checkProtection(database.context({ actor }), running.registers)).toEqual(actor)
    expect(await state(actor.id)).toEqual({ given_name: 'Ada', unchecked: false, protected_identity: false })
  })

  test('is protected as soon as it says so', async () => {
    const actor = await aPerson(database, bo, unasked)
    const known = await checkProtection(database.context({ actor }), later.registers)
    expect(known).toEqual({ ...actor, protectedIdentity: true })
    expect(await state(actor.id)).toEqual({ given_name: null, unchecked: false, protected_identity: true })
  })
})
