import type { Actor, Citizen } from '../platform/actor.ts'
import { days } from '../platform/clock.ts'
import { notFound } from '../platform/errors.ts'
import type { Party, Request } from './request.ts'

/** What somebody may want to do with a request for signatures; the last three with one of its parties. */
export const signingVerbs = [
  'read-own',
  'read-invitation',
  'sign',
  'answer-own',
  'decline',
  'change',
  'withdraw',
  'send-missing',
  'change-contact',
  'be-reminded',
  'ask-again',
] as const

export type SigningVerb = (typeof signingVerbs)[number]

/** How long a party isn't reminded again, in milliseconds: more often than once a day is harassment. */
export const remindedEvery = days(1)

type Asked = Pick<Request, 'ownerId' | 'state' | 'mayMiss' | 'openedAt' | 'dueAt'> & {
  readonly parties: readonly Pick<Party, 'position' | 'personId' | 'state' | 'remindedAt' | 'declinedAt'>[]
}

type Situation = {
  readonly actor: Actor
  readonly request: Asked
  readonly now: Date
  /** Whom it is about, where it is about one. */
  readonly party: Asked['parties'][number] | undefined
}

type Rule = (situation: Situation) => boolean

const owns: Rule = ({ actor, request }) => actor.kind === 'citizen' && actor.id === request.ownerId
const collects: Rule = ({ request }) => request.state === 'collecting'

/** Those among the parties whom the actor is; who has declined is none of them any more. */
const is =
  (...states: readonly Party['state'][]): Rule =>
  ({ actor, request }) =>
    actor.kind === 'citizen' &&
    request.parties.some(({ personId, state }) => personId === actor.id && states.includes(state))

const others = ({ parties }: Asked): Asked['parties'] => parties.filter(({ position }) => position > 0)

/** Whether everybody who hasn't signed has had their time, or said no. */
const isOver: Rule = ({ request, now }) => {
  const left = others(request).filter(({ state }) => state !== 'signed')
  return left.length > 0 && (request.dueAt <= now || left.every(({ state }) => state === 'declined'))
}

const applicantHasSigned: Rule = ({ request }) =>
  request.parties.some(({ position, state }) => position === 0 && state === 'signed')

const isAsked: Rule = ({ party }) =>
  party !== undefined && party.position > 0 && (party.state === 'invited' || party.state === 'read')

const rules: Readonly<Record<SigningVerb, Rule>> = {
  'read-own': owns,
  'read-invitation': (it) => collects(it) && !owns(it) && is('invited', 'read', 'signed')(it),
  sign: (it) => collects(it) && is('invited', 'read')(it),
  'answer-own': (it) => collects(it) && !owns(it) && is('invited', 'read')(it),
  // The applicant who won't sign withdraws.
  decline: (it) => collects(it) && !owns(it) && is('invited', 'read')(it),
  change: (it) => collects(it) && owns(it),
  withdraw: (it) => collects(it) && owns(it),
  'send-missing': (it) => collects(it) && owns(it) && it.request.mayMiss && applicantHasSigned(it) && isOver(it),
  // What the applicant typed is theirs to change for as long as the party may be told something.
  'change-contact': (it) =>
    collects(it) &&
    owns(it) &&
    it.party !== undefined &&
    it.party.position > 0 &&
    (it.party.state === 'waiting' || isAsked(it)),
  'be-reminded': (it) =>
    collects(it) &&
    owns(it) &&
    isAsked(it) &&
    (it.party?.remindedAt === undefined || it.now.getTime() - it.party.remindedAt.getTime() >= remindedEvery),
  // Who has said no to these answers isn't asked until they are others.
  'ask-again': (it) =>
    collects(it) &&
    owns(it) &&
    it.party?.state === 'declined' &&
    it.party.declinedAt !== undefined &&
    it.party.declinedAt < it.request.openedAt,
}

/** Whether an actor may do something with a request, at an instant. What no rule allows is forbidden. */
export const may = (
  actor: Actor,
  verb: SigningVerb,
  given: { readonly request: Asked; readonly now: Date; readonly party?: Asked['parties'][number] | undefined },
): boolean => rules[verb]({ actor, request: given.request, now: given.now, party: given.party })

/** Who may have anything to sign in an application: residents who are logged in. Throws `not-found` for all others, as for what isn't theirs. */
export function requireCitizen(actor: Actor): Citizen {
  if (actor.kind !== 'citizen') throw notFound()
  return actor
}
