import { expect, test } from 'vitest'
import type { CaseFacts } from '../cases/public.ts'
import { statusKinds } from '../catalogue/public.ts'
import type { Actor } from '../platform/actor.ts'
import { mayWrite } from './policy.ts'

const staff = (groups: readonly string[]): Actor => ({
  kind: 'staff',
  id: 'hugo',
  sessionId: 's',
  name: 'Hugo Berg',
  groups,
  rights: ['administrate'],
})
const citizen = (id: string): Actor => ({ kind: 'citizen', id, sessionId: 's', protectedIdentity: false })

const it: CaseFacts = {
  group: 'gata-park',
  statusKind: 'in-progress',
  anonymous: false,
  supplement: 'form',
  persons: ['ada'],
  owners: ['ada'],
  isProtected: false,
}

test.each([
  ['a party', citizen('ada'), 'allowed'],
  ['another citizen', citizen('bo'), 'denied'],
  ['its group', staff(['gata-park']), 'allowed'],
  ['another group, administrator or not', staff(['bygglov']), 'denied'],
  ['a visitor', { kind: 'visitor', id: 'v' } as const, 'denied'],
  ['the system', { kind: 'system' } as const, 'denied'],
])('%s: %s', (_who, actor, expected) => {
  expect(mayWrite(actor, it)).toBe(expected)
})

test.each(statusKinds)('in a case of kind %s a party writes unless it is finished, its group always', (statusKind) => {
  const finished = statusKind === 'closed' || statusKind === 'withdrawn'
  expect(mayWrite(citizen('ada'), { ...it, statusKind })).toBe(finished ? 'finished' : 'allowed')
  expect(mayWrite(staff(['gata-park']), { ...it, statusKind })).toBe('allowed')
})

test('in a case sent without login nobody writes, and only its group is told why', () => {
  expect(mayWrite(staff(['gata-park']), { ...it, anonymous: true })).toBe('no-login')
  expect(mayWrite(staff(['bygglov']), { ...it, anonymous: true })).toBe('denied')
})
