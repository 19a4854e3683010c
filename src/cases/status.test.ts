import { describe, expect, test } from 'vitest'
import { type StatusKind, statusKinds } from '../catalogue/public.ts'
import { canBeSupplemented, isWaiting, mayFollow } from './status.ts'

const status = (kind: StatusKind, id: string = kind) => ({ kind, id })

describe('a case worker moves a case', () => {
  // Rows: from; columns: to, in the order of statusKinds. x = allowed.
  const table: Readonly<Record<StatusKind, string>> = {
    received: 'xx..xxx',
    'in-progress': '.x..xxx',
    'waiting-for-citizen': '.x.xxxx',
    supplemented: '.x..xxx',
    decided: '.x..xx.',
    closed: '.x.....',
    withdrawn: '.x...x.',
  }
  test.each(
    statusKinds.flatMap((from) => statusKinds.map((to, column) => [from, to, table[from][column] === 'x'] as const)),
  )('from %s to another status of kind %s: %s', (from, to, allowed) => {
    expect(mayFollow(status(from, 'one'), status(to, 'another'))).toBe(allowed)
  })

  test.each(statusKinds)('never from %s to the same status', (kind) => {
    expect(mayFollow(status(kind), status(kind))).toBe(false)
  })
})

test('a supplement can be asked for until a decision has been made', () => {
  expect(statusKinds.filter(canBeSupplemented)).toEqual([
    'received',
    'in-progress',
    'waiting-for-citizen',
    'supplemented',
  ])
})

test('the citizen can supplement a case that waits for it, and no other', () => {
  expect(statusKinds.filter(isWaiting)).toEqual(['waiting-for-citizen'])
})
