import { expect, test } from 'vitest'
import { ListQuery, type ListState, listPath, sortPath } from './list-address.ts'

const usual: ListState = {
  view: 'todo',
  statusKind: undefined,
  serviceId: undefined,
  sort: 'received',
  direction: 'desc',
  page: 1,
}
const queryOf = (path: string) => Object.fromEntries(new URL(path, 'http://own.invalid').searchParams)

test.each([
  usual,
  { ...usual, view: 'unassigned' },
  { ...usual, view: 'all', statusKind: 'decided', sort: 'changed', direction: 'asc', page: 3 },
  { ...usual, serviceId: '01930000-0000-7000-8000-000000000001' },
] as const)('an address leads back to what it was made of: %j', (state) => {
  expect(ListQuery.parse(queryOf(listPath(state)))).toEqual(state)
})

test('the usual list has the plain address', () => {
  expect(listPath(usual)).toBe('/handlaggning/arenden')
})

test.each([
  {},
  { vy: 'hemliga', status: 'x', tjanst: "' or 1=1", sortera: 'namn', ordning: '?', sida: '-1' },
  { vy: ['mina', 'alla'], sida: ['1', '2'] },
])('what is not understood falls back to the usual: %j', (query) => {
  expect(ListQuery.parse(query)).toEqual(usual)
})

test('a column sorts newest first, then the other way, and from the first page', () => {
  const sorted = (path: string) => ListQuery.parse(queryOf(path))
  const once = sorted(sortPath({ ...usual, page: 4 }, 'changed'))
  expect(once).toMatchObject({ sort: 'changed', direction: 'desc', page: 1 })
  expect(sorted(sortPath(once, 'changed'))).toMatchObject({ sort: 'changed', direction: 'asc' })
})
