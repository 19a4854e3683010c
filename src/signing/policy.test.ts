import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { type Actor, anonymous, type Citizen, system } from '../platform/actor.ts'
import type { PartyState, RequestState } from './model.ts'
import { may, type SigningVerb, signingVerbs } from './policy.ts'

const citizen = (): Citizen => ({
  kind: 'citizen',
  id: randomUUID(),
  sessionId: randomUUID(),
  protectedIdentity: false,
})
const [owner, party, stranger] = [citizen(), citizen(), citizen()]
const staff: Actor = {
  ...citizen(),
  kind: 'staff',
  name: 'Hugo',
  groups: ['gata-park'],
  rights: ['administrate', 'protected'],
}
const now = new Date('2026-11-22T12:00:00Z')
const before = new Date('2026-11-21T12:00:00Z')
const after = new Date('2026-11-30T12:00:00Z')

type Given = {
  readonly state?: RequestState
  readonly own?: PartyState
  readonly others?: PartyState
  readonly mayMiss?: boolean
  readonly dueAt?: Date
  readonly remindedAt?: Date
  readonly declinedAt?: Date
}

function allowed(actor: Actor, given: Given = {}): readonly SigningVerb[] {
  const { state = 'collecting', own = 'signed', others = 'invited', mayMiss = true, dueAt = after, remindedAt } = given
  const other = { position: 1, personId: party.id, state: others, remindedAt, declinedAt: given.declinedAt }
  const first = { position: 0, personId: owner.id, state: own, remindedAt: undefined, declinedAt: undefined }
  const request = { ownerId: owner.id, state, mayMiss, openedAt: before, dueAt, parties: [first, other] }
  return signingVerbs.filter((verb) => may(actor, verb, { request, now, party: other }))
}

const steers = ['read-own', 'change', 'withdraw'] as const

describe('the applicant', () => {
  test.each<[string, Given, readonly SigningVerb[]]>([
    [
      'before they have signed',
      { own: 'read', others: 'waiting' },
      ['read-own', 'sign', 'change', 'withdraw', 'change-contact'],
    ],
    ['while others are asked', {}, [...steers, 'change-contact', 'be-reminded']],
    ['who has reminded just now', { remindedAt: new Date(now.getTime() - 1) }, [...steers, 'change-contact']],
    ['who reminded a day ago', { remindedAt: before }, [...steers, 'change-contact', 'be-reminded']],
    ['when the time is over', { dueAt: now }, [...steers, 'send-missing', 'change-contact', 'be-reminded']],
    ['when it is over and all must sign', { dueAt: now, mayMiss: false }, [...steers, 'change-contact', 'be-reminded']],
    ['when all have declined', { others: 'declined', declinedAt: now }, [...steers, 'send-missing']],
    [
      'when all have declined before a change',
      { others: 'declined', declinedAt: new Date(before.getTime() - 1) },
      [...steers, 'send-missing', 'ask-again'],
    ],
    [
      'who hasn’t signed, when it is over',
      { dueAt: now, own: 'read', others: 'waiting' },
      ['read-own', 'sign', 'change', 'withdraw', 'change-contact'],
    ],
    ['when all have signed', { others: 'signed', dueAt: now }, steers],
    ...(['changing', 'withdrawn', 'done'] as const).map((state): [string, Given, readonly SigningVerb[]] => [
      state,
      { state, dueAt: now },
      ['read-own'],
    ]),
  ])('%s', (_when, given, verbs) => expect(allowed(owner, given)).toEqual(verbs))
})

describe('another party', () => {
  test.each<[string, Given, readonly SigningVerb[]]>([
    ['whose turn it isn’t', { others: 'waiting' }, []],
    ['who is asked', {}, ['read-invitation', 'sign', 'answer-own', 'decline']],
    ['who has read', { others: 'read', dueAt: before }, ['read-invitation', 'sign', 'answer-own', 'decline']],
    ['who has signed', { others: 'signed' }, ['read-invitation']],
    ['who has declined', { others: 'declined' }, []],
    ...(['changing', 'withdrawn', 'done'] as const).map((state): [string, Given, readonly SigningVerb[]] => [
      state,
      { state },
      [],
    ]),
  ])('%s', (_who, given, verbs) => expect(allowed(party, given)).toEqual(verbs))
})

test.each([
  ['a stranger', stranger],
  ['staff, with every right', staff],
  ['nobody logged in', anonymous],
  ['the program', system],
])('%s may do nothing', (_who, actor) => {
  for (const others of ['waiting', 'invited', 'read', 'signed', 'declined'] as const)
    expect(allowed(actor, { others, dueAt: now })).toEqual([])
})
