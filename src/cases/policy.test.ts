import { expect, test } from 'vitest'
import { statusKinds } from '../catalogue/public.ts'
import type { Actor, StaffRight } from '../platform/actor.ts'
import {
  type CaseFacts,
  type CaseVerb,
  caseVerbs,
  may,
  mayApply,
  mayHearOfUnread,
  mayListCases,
  mayListOwnCases,
} from './policy.ts'

const citizen = (id: string): Actor => ({ kind: 'citizen', id, sessionId: 's', protectedIdentity: false })
const staff = (groups: readonly string[], rights: readonly StaffRight[] = []): Actor => ({
  kind: 'staff',
  id: 'staff',
  sessionId: 's',
  name: 'Hugo Berg',
  groups,
  rights,
})

const actors = {
  'the applicant': citizen('ada'),
  'a party': citizen('eva'),
  'another citizen': citizen('bo'),
  'its group': staff(['gata-park', 'miljo']),
  'its group, with the right to protected cases': staff(['gata-park'], ['protected']),
  'another group': staff(['bygglov']),
  'another group, with that right': staff(['bygglov'], ['protected']),
  'an administrator': staff([], ['administrate']),
  'a visitor': { kind: 'visitor', id: 'v' },
  'the system': { kind: 'system' },
} as const satisfies Record<string, Actor>

const theCase: CaseFacts = {
  group: 'gata-park',
  statusKind: 'waiting-for-citizen',
  anonymous: false,
  supplement: 'form',
  persons: ['ada', 'eva'],
  owners: ['ada'],
  isProtected: false,
}
const names = Object.keys(actors)
const allowed = (verb: CaseVerb, it: CaseFacts) =>
  Object.entries(actors)
    .filter(([, actor]) => may(actor, verb, it))
    .map(([name]) => name)

const group = ['its group', 'its group, with the right to protected cases']

const table: Readonly<Record<CaseVerb, readonly string[]>> = {
  read: ['the applicant', 'a party', ...group, 'the system'],
  'read-hidden': ['the applicant', ...group, 'the system'],
  'read-as-staff': [...group, 'the system'],
  take: group,
  assign: group,
  'change-status': group,
  'request-supplement': group,
  'supplement-by-form': ['the applicant'],
  'supplement-by-message': [],
  'write-message': ['the applicant', 'a party', ...group],
}

test.each(caseVerbs)('%s: of all actors only those of the table may', (verb) => {
  expect(allowed(verb, theCase)).toEqual(table[verb])
  expect(table[verb].every((name) => names.includes(name))).toBe(true)
})

test.each(caseVerbs)(
  '%s: when a party is protected, only those of the group with the right to it; the party as ever',
  (verb) => {
    const expected = table[verb].filter((name) => name !== 'its group')
    expect(allowed(verb, { ...theCase, isProtected: true })).toEqual(expected)
  },
)

test('a supplement by message is for services that ask so', () => {
  expect(allowed('supplement-by-message', { ...theCase, supplement: 'message' })).toEqual(['the applicant', 'a party'])
  expect(allowed('supplement-by-form', { ...theCase, supplement: 'message' })).toEqual([])
})

test.each(statusKinds)('in a case of kind %s a party supplements only while it waits', (statusKind) => {
  const isWaiting = statusKind === 'waiting-for-citizen'
  expect(allowed('supplement-by-form', { ...theCase, statusKind })).toEqual(isWaiting ? ['the applicant'] : [])
  expect(allowed('supplement-by-message', { ...theCase, statusKind, supplement: 'message' })).toEqual(
    isWaiting ? ['the applicant', 'a party'] : [],
  )
})

test.each([
  ['the service takes none', { supplement: 'none' }],
  ['it was sent without login', { anonymous: true }],
  ['it is decided', { statusKind: 'decided' }],
  ['it is closed', { statusKind: 'closed' }],
  ['it is withdrawn', { statusKind: 'withdrawn' }],
] as const)('nobody asks for a supplement when %s', (_, change) => {
  expect(allowed('request-supplement', { ...theCase, ...change })).toEqual([])
})

test('nobody writes in a case sent without login', () => {
  expect(allowed('write-message', { ...theCase, anonymous: true })).toEqual([])
})

test('only staff have a list of cases, and only citizens have own ones', () => {
  const those = (rule: (actor: Actor) => boolean) =>
    Object.entries(actors)
      .filter(([, actor]) => rule(actor))
      .map(([name]) => name)
  expect(those(mayListCases)).toEqual([...group, 'another group', 'another group, with that right', 'an administrator'])
  expect(those(mayHearOfUnread)).toEqual(['an administrator'])
  expect(those(mayListOwnCases)).toEqual(['the applicant', 'a party', 'another citizen'])
})

test.each([
  ['required', ['the applicant', 'a party', 'another citizen']],
  ['optional', ['the applicant', 'a party', 'another citizen', 'a visitor']],
  ['none', ['the applicant', 'a party', 'another citizen', 'a visitor']],
] as const)('where login is %s these may send: %j', (login, expected) => {
  const those = Object.entries(actors)
    .filter(([, actor]) => mayApply(actor, login))
    .map(([name]) => name)
  expect(those).toEqual(expected)
  expect(mayApply({ kind: 'visitor', id: undefined }, login)).toBe(false)
})
