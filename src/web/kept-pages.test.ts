import { expect, test } from 'vitest'
import { cookieNames } from '../platform/http/cookies.ts'
import { page } from '../platform/http/page.ts'
import { aRequest } from '../platform/testing/a-request.ts'
import { testDatabase, testTenants } from '../platform/testing/database.ts'
import { keyOf } from './kept-pages.ts'
import type { OpenRequest } from './request.ts'

const { context } = await testDatabase()
const names = cookieNames(4000)
const kept = page('/', { area: 'public', keptFor: 2, get: () => ({ kind: 'redirect' }) as never })

function asked(
  cookies: Readonly<Record<string, string>> = {},
  tenant: string = testTenants.exempelkoping,
): OpenRequest {
  const ctx = context({ tenant })
  const facts = aRequest({ path: '/?q=a', origin: 'https://e.example', cookies })
  return { ctx, facts, session: { kind: 'none' }, tenant: undefined as never }
}

test.each(['citizen', 'staff', 'login', 'visitor'] as const)(
  'who has a %s cookie gets a page of their own',
  (purpose) => {
    expect(keyOf(kept, asked({ [names[purpose]]: 'a' }), 'GET', names)).toBeUndefined()
  },
)

test('a page is only kept when it says so, is asked for by GET, and is whole', () => {
  expect(keyOf(kept, asked(), 'GET', names)).toBeDefined()
  expect(keyOf(kept, asked(), 'POST', names)).toBeUndefined()
  expect(keyOf({ ...kept, keptFor: 0 }, asked(), 'GET', names)).toBeUndefined()
  const part = { ...asked(), facts: { ...asked().facts, fragment: true } }
  expect(keyOf(kept, part, 'GET', names)).toBeUndefined()
})

test('municipalities and addresses have pages of their own', () => {
  const other = { ...asked(), facts: { ...asked().facts, path: '/?q=b' } }
  const keys = [asked(), asked({}, testTenants.nordby), other].map((it) => keyOf(kept, it, 'GET', names))
  expect(new Set(keys).size).toBe(3)
})
