import { expect, test } from 'vitest'
import { type TestDatabase, testDatabase, testTenants } from '../../platform/testing/database.ts'
import { aRegister } from '../testing/a-register.ts'
import { rememberedLookUps } from './remembered-look-ups.ts'

const ada = '199001012385'

async function lookUp(database: TestDatabase, registers: ReturnType<typeof rememberedLookUps>, tenant?: string) {
  const register = await registers.of(database.context(tenant ? { tenant } : {}))
  return (await register?.lookUp(ada))?.kind
}

test('an answer is remembered, for its municipality alone; so is a failure', async () => {
  const [database, { registers, faults }] = await Promise.all([testDatabase(), aRegister()])
  const remembered = rememberedLookUps(registers)
  expect(await lookUp(database, remembered)).toBe('found')
  faults.set({ mode: 'fault' })
  expect(await lookUp(database, remembered)).toBe('found')
  expect(await lookUp(database, remembered, testTenants.nordby)).toBe('unavailable')
  faults.set({ mode: 'ok' })
  expect(await lookUp(database, remembered, testTenants.nordby)).toBe('unavailable')
  expect(await lookUp(database, registers, testTenants.nordby)).toBe('found')
})
