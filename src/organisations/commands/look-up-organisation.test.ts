import { randomUUID } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { aCitizen, aStaffMember, aVisitor } from '../../drafts/testing/a-draft.ts'
import { recognisePerson } from '../../people/public.ts'
import { type Actor, type Citizen, system } from '../../platform/actor.ts'
import { type Clock, days, later, minutes, seconds } from '../../platform/clock.ts'
import { actingAs } from '../../platform/context.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import { testDatabase, testTenants } from '../../platform/testing/database.ts'
import { forgetLookUps } from '../jobs/forget-look-ups.ts'
import { listLookUps } from '../queries/list-look-ups.ts'
import type { RegisterAnswer } from '../register/company-register.ts'
import { aRegister } from '../testing/a-register.ts'
import { lookUpOrganisation } from './look-up-organisation.ts'

const database = await testDatabase()
// Each test has a time of its own.
beforeEach(async () => void (await database.query(`update organisations.register_turn set all_free_at = '-infinity'`)))

const aClock = () => {
  let now = new Date('2027-03-03T12:00:00Z')
  return {
    clock: { now: () => now } satisfies Clock,
    pass: (milliseconds: number) => {
      now = later(now, milliseconds)
    },
  }
}

/** Gustav, whose own number is a sole trader's. */
async function gustav(protectedIdentity = false): Promise<Citizen> {
  const asSystem = database.context({ actor: system })
  const identification = { scheme: 'swedish-number', number: '197001782395', facts: undefined, certain: true } as const
  const { id } = await inTransaction(asSystem, async (tx) => await recognisePerson(asSystem, tx, identification))
  return { kind: 'citizen', id, sessionId: randomUUID(), protectedIdentity }
}

test('an answer is kept for whoever asked, and nobody else', async () => {
  const register = aRegister()
  const ada = database.context({ actor: await aCitizen(database) })
  expect(await lookUpOrganisation(ada, register, '5599990016')).toMatchObject({ kind: 'found' })
  expect(await listLookUps(ada)).toMatchObject([{ number: '5599990016', answer: { kind: 'found' } }])
  const others = [
    database.context({ actor: await aCitizen(database) }),
    database.context({ actor: aVisitor() }),
    database.context({ actor: aStaffMember() }),
    database.context({ actor: ada.actor, tenant: testTenants.nordby }),
  ]
  for (const other of others) expect(await listLookUps(other)).toEqual([])
  const rows = await database.query<{ sealed: Buffer }>('select sealed from organisations.look_up')
  for (const { sealed } of rows) expect(sealed.toString('latin1')).not.toContain('5599990016')
})

test('visitors with a cookie may ask, too; who has none, and staff, may not', async () => {
  const register = aRegister()
  const visitor = database.context({ actor: aVisitor() })
  expect(await lookUpOrganisation(visitor, register, '8029990010')).toEqual({ kind: 'not-found' })
  expect(await listLookUps(visitor)).toHaveLength(1)
  for (const ctx of [database.context(), database.context({ actor: aStaffMember() })]) {
    expect(await lookUpOrganisation(ctx, register, '5599990016')).toEqual({ kind: 'unavailable' })
  }
  expect(register.asked).toEqual(['8029990010'])
})

test('a second press does not ask again for ten minutes, unless the register had not answered', async () => {
  const register = aRegister()
  const { clock, pass } = aClock()
  const ada = database.context({ actor: await aCitizen(database), clock })
  register.isDown = true
  expect(await lookUpOrganisation(ada, register, '5599990016')).toEqual({ kind: 'unavailable' })
  register.isDown = false
  await lookUpOrganisation(ada, register, '5599990016')
  await lookUpOrganisation(ada, register, '5599990016')
  expect(register.asked).toHaveLength(2)
  pass(minutes(11))
  register.isDown = true
  expect(await lookUpOrganisation(ada, register, '5599990016')).toMatchObject({ kind: 'found' })
  expect(register.asked).toHaveLength(3)
  expect(await listLookUps(ada)).toMatchObject([{ answer: { kind: 'found' } }])
})

test('a personal number is looked up for nobody but whose it is', async () => {
  const register = aRegister()
  const own = database.context({ actor: await gustav() })
  expect(await lookUpOrganisation(own, register, '197001782395')).toMatchObject({ kind: 'found' })
  const hidden = database.context({ actor: { ...(await gustav(true)) } })
  await database.query('delete from organisations.look_up')
  for (const ctx of [
    hidden,
    database.context({ actor: aVisitor() }),
    database.context({ actor: await aCitizen(database) }),
  ]) {
    expect(await lookUpOrganisation(ctx, register, '197001782395')).toEqual({ kind: 'unavailable' })
  }
  expect(register.asked).toHaveLength(1)
})

const someNumbers = (length: number) => Array.from({ length }, (_, index) => `55600${String(index).padStart(5, '0')}`)

test('nobody copies the register: after thirty numbers in an hour it is unavailable', async () => {
  const register = aRegister()
  const { clock, pass } = aClock()
  const ada = database.context({ actor: await aCitizen(database), clock })
  const ask = async (number: string) => {
    pass(seconds(2))
    return await lookUpOrganisation(ada, register, number)
  }
  const [first = '', ...others] = someNumbers(30)
  for (const number of [first, ...others]) await ask(number)
  expect(register.asked).toHaveLength(30)
  pass(minutes(11))
  expect(await ask('5599990016')).toEqual({ kind: 'unavailable' })
  const [told] = await listLookUps(ada)
  expect(told).toMatchObject({ number: '5599990016', answer: { kind: 'unavailable' } })
  // What the register has answered before stays, and still counts.
  expect(await ask(first)).toEqual({ kind: 'not-found' })
  expect(await ask('5599990016')).toEqual({ kind: 'unavailable' })
  expect(register.asked).toHaveLength(30)
  pass(minutes(11))
  expect(await listLookUps(ada)).not.toContainEqual(expect.objectContaining({ number: '5599990016' }))
  pass(minutes(38))
  expect(await ask('5599990016')).toMatchObject({ kind: 'found' })
})

test('all together ask no more than the register allows, in whatever municipality, and visitors leave turns to others', async () => {
  const register = aRegister()
  const { clock, pass } = aClock()
  const askAs = async (actor: Actor, tenant: string = testTenants.exempelkoping) =>
    await lookUpOrganisation(database.context({ actor, tenant, clock }), register, '5599990016')
  const answered = (answers: readonly RegisterAnswer[]) => answers.filter(({ kind }) => kind === 'found').length
  const visitors = await Promise.all(Array.from({ length: 20 }, async () => await askAs(aVisitor())))
  expect(answered(visitors)).toBe(9)
  const people: { readonly actor: Actor; readonly tenant: string }[] = []
  for (const tenant of [testTenants.exempelkoping, testTenants.nordby]) {
    for (let count = 0; count < 10; count += 1) people.push({ actor: await aCitizen(database, tenant), tenant })
  }
  const twins = await Promise.all(people.map(async ({ actor, tenant }) => await askAs(actor, tenant)))
  expect(answered(twins)).toBe(9)
  pass(seconds(1.5))
  expect(await askAs(aVisitor())).toEqual({ kind: 'unavailable' })
  expect(await askAs(await aCitizen(database))).toMatchObject({ kind: 'found' })
  for (; clock.now() < new Date('2027-03-03T12:01:00Z'); pass(seconds(0.5))) await askAs(await aCitizen(database))
  expect(register.asked.length).toBeLessThanOrEqual(58)
  expect(register.asked.length).toBeGreaterThan(50)
})

test('answers are forgotten when their time is over', async () => {
  const { clock, pass } = aClock()
  const ada = database.context({ actor: await aCitizen(database), clock })
  await lookUpOrganisation(ada, aRegister(), '5599990016')
  const asSystem = actingAs(ada, system)
  const count = async () =>
    (
      await database.query('select 1 from organisations.look_up where person_id = $1', [
        'id' in ada.actor ? ada.actor.id : null,
      ])
    ).length
  pass(days(89))
  await forgetLookUps.perform(asSystem)
  expect(await count()).toBe(1)
  pass(days(2))
  expect(await listLookUps(ada)).toEqual([])
  await forgetLookUps.perform(asSystem)
  expect(await count()).toBe(0)
})
