import { expect, test } from 'vitest'
import { anonymous, system } from '../platform/actor.ts'
import { ownerOf, requireOwner, requirePerson, requireSystem } from './policy.ts'
import { aStaffMember, aVisitor } from './testing/a-draft.ts'

const citizen = { kind: 'citizen', id: 'p', sessionId: 's', protectedIdentity: false } as const
const visitor = aVisitor()

test('residents and visitors with a cookie own drafts; nobody else does', () => {
  expect(ownerOf(citizen)).toEqual({ kind: 'person', personId: 'p' })
  expect(ownerOf(visitor)).toEqual({ kind: 'visitor', visitorId: visitor.id })
  expect([anonymous, aStaffMember(), system].map(ownerOf)).toEqual([undefined, undefined, undefined])
})

test.each([anonymous, aStaffMember(), system])('for $kind there are no drafts', (actor) => {
  expect(() => requireOwner(actor)).toThrow(expect.objectContaining({ code: 'not-found' }))
})

test.each([visitor, anonymous, aStaffMember(), system])('$kind signs nothing', (actor) => {
  expect(() => requirePerson(actor)).toThrow(expect.objectContaining({ code: 'not-found' }))
})

test.each([citizen, visitor, anonymous, aStaffMember()])('$kind does nothing that is the program’s', (actor) => {
  expect(() => requireSystem(actor)).toThrow(expect.objectContaining({ code: 'not-found' }))
})
