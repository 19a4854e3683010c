import { expect, test } from 'vitest'
import { testDatabase } from '../../platform/testing/database.ts'
import { findBegunLogin } from '../queries/find-begun-login.ts'
import { beginLogin } from './begin-login.ts'

const database = await testDatabase()

test('a wish waits in the browser that made it', async () => {
  const ctx = database.context()
  const browser = await beginLogin(ctx, {
    area: 'citizen',
    returnTo: '/e-tjanster/synpunkt',
    wish: { kind: 'start', service: 'synpunkt' },
  })
  expect(await findBegunLogin(ctx, 'citizen', browser)).toEqual({
    purpose: 'login',
    returnTo: '/e-tjanster/synpunkt',
    wish: { kind: 'start', service: 'synpunkt' },
  })
  expect(await findBegunLogin(ctx, 'citizen', 'another')).toBeUndefined()
})
