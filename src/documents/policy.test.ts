import { expect, test } from 'vitest'
import type { Actor, StaffRight } from '../platform/actor.ts'
import { anonymous, system } from '../platform/actor.ts'
import { copiesWithinReach, mayMakeCopies } from './policy.ts'

const citizen: Actor = { kind: 'citizen', id: 'ada', sessionId: 's', protectedIdentity: false }
const staff = (groups: readonly string[], rights: readonly StaffRight[] = ['administrate']): Actor => ({
  kind: 'staff',
  id: 'hugo',
  sessionId: 's',
  name: 'Hugo Berg',
  groups,
  rights,
})

const ofGroups = (groups: readonly string[], protectedToo: boolean) =>
  ({ kind: 'groups', groups, protectedToo }) as const

test.each<[string, Actor, ReturnType<typeof copiesWithinReach>, boolean]>([
  ['a citizen', citizen, { kind: 'as-party' }, false],
  ['a visitor with a cookie', { kind: 'visitor', id: 'v' }, { kind: 'as-party' }, false],
  ['a visitor without', anonymous, undefined, false],
  ['a case worker', staff(['gata-park', 'miljo']), ofGroups(['gata-park', 'miljo'], false), false],
  ['one with the right to protected cases', staff(['miljo'], ['protected']), ofGroups(['miljo'], true), false],
  ['somebody without groups, whatever their rights', staff([], ['administrate', 'protected']), undefined, false],
  ['the program', system, undefined, true],
])('%s', (_who, actor, reach, makes) => {
  expect(copiesWithinReach(actor)).toEqual(reach)
  expect(mayMakeCopies(actor)).toBe(makes)
})
