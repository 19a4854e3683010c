import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { aCitizen, aStaffMember, aVisitor } from '../../drafts/testing/a-draft.ts'
import { recognisePerson } from '../../people/public.ts'
import { type Citizen, system } from '../../platform/actor.ts'
import { type Clock, days, later, minutes } from '../../platform/clock.ts'
import { actingAs } from '../../platform/context.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import { testDatabase, testTenants } from '../../platform/testing/database.ts'
import { forgetLookUps } from '../jobs/forget-look-ups.ts'
import { listLookUps } from '../queries/list-look-ups.ts'
import { aRegister } from '../testing/a-register.ts'
import { lookUpOrganisation } from './look-up-organisation.ts'

const database = await testDatabase()
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

test('nobody copies the register: after thirty numbers in an hour it is unavailable', async () => {
  const register = aRegister()
  const { clock, pass } = aClock()
  const ada = database.context({ actor: await aCitizen(database), clock })
  const numbers = Array.from({ length: 31 }, (_, index) => `55600${String(index).padStart(5, '0')}`)
  for (const number of numbers) await lookUpOrganisation(ada, register, number)
  expect(register.asked).toHaveLength(30)
  pass(minutes(61))
  await lookUpOrganisation(ada, register, '5599990016')
  expect(register.asked).toHaveLength(31)
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
