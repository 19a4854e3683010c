import type { StatusKind } from '../catalogue/public.ts'
import type { Actor, Citizen, StaffMember } from '../platform/actor.ts'
import { canBeSupplemented, isWaiting } from './status.ts'

/** What somebody may want to do with a case. */
export const caseVerbs = [
  'read',
  'read-hidden',
  'read-as-staff',
  'take',
  'assign',
  'change-status',
  'request-supplement',
  'supplement-by-form',
  'supplement-by-message',
  'write-message',
] as const

export type CaseVerb = (typeof caseVerbs)[number]

/** What the rules need to know of a case. */
export type CaseFacts = {
  readonly group: string
  readonly statusKind: StatusKind
  /** Sent by somebody not logged in, who can't be reached on Mina sidor. */
  readonly anonymous: boolean
  /** How the service takes supplements. */
  readonly supplement: 'form' | 'message' | 'none'
  /** Ids of the persons who are parties now. */
  readonly persons: readonly string[]
  /** Of those the ones who applied, and have not only signed. */
  readonly owners: readonly string[]
  /** A party has protected identity. */
  readonly isProtected: boolean
}

type Rule = (actor: Actor, it: CaseFacts) => boolean

const isParty: Rule = (actor, it) => actor.kind === 'citizen' && it.persons.includes(actor.id)
const isOwner: Rule = (actor, it) => actor.kind === 'citizen' && it.owners.includes(actor.id)
const handles: Rule = (actor, it) => actor.kind === 'staff' && mayHandle(actor, it)
const isSystem: Rule = (actor) => actor.kind === 'system'

const rules: Readonly<Record<CaseVerb, Rule>> = {
  // Its parties read a case, and the group that handles it: no other group, and no administrator as such. Of the group only those with the
  // right to it when a party is protected (B1.4): for the others it isn't there.
  read: (actor, it) => isParty(actor, it) || handles(actor, it) || isSystem(actor, it),
  // What is marked "visas inte för andra parter", with its files, and the copy as sent.
  'read-hidden': (actor, it) => isOwner(actor, it) || handles(actor, it) || isSystem(actor, it),
  'read-as-staff': (actor, it) => handles(actor, it) || isSystem(actor, it),
  // Anybody in the group takes, hands on and moves its cases, whoever they are assigned to: people fall ill.
  take: handles,
  assign: handles,
  'change-status': handles,
  // Who sent a case without login has no Mina sidor to answer on (B3.6).
  'request-supplement': (actor, it) =>
    handles(actor, it) && it.supplement !== 'none' && !it.anonymous && canBeSupplemented(it.statusKind),
  // "Now, and only now" (A2.3): while the municipality waits for it. The form opens with everything that was sent, what is hidden from other
  // parties, too.
  'supplement-by-form': (actor, it) => isOwner(actor, it) && it.supplement === 'form' && isWaiting(it.statusKind),
  'supplement-by-message': (actor, it) => isParty(actor, it) && it.supplement === 'message' && isWaiting(it.statusKind),
  'write-message': (actor, it) => (isParty(actor, it) || handles(actor, it)) && !it.anonymous,
}

type Worker = Pick<StaffMember, 'groups'> & { readonly rights: readonly string[] }

/** Whether somebody of the staff sees the cases of people with protected identity. Lists ask it in the query itself, as they ask for groups. */
export const seesProtected = ({ rights }: Pick<Worker, 'rights'>): boolean => rights.includes('protected')

/** Whether a case is one of those that somebody of the staff handles: it can be theirs. */
export const mayHandle = (worker: Worker, { group, isProtected }: Pick<CaseFacts, 'group' | 'isProtected'>): boolean =>
  worker.groups.includes(group) && (!isProtected || seesProtected(worker))

/** Whether an actor may do something with a case. What no rule allows is forbidden. */
export const may = (actor: Actor, verb: CaseVerb, it: CaseFacts): boolean => rules[verb](actor, it)

/** Whether an actor has a list of cases to work on. Which cases stand in it, their groups decide, in the query itself. */
export const mayListCases = (actor: Actor): actor is StaffMember => actor.kind === 'staff'

/** Whether an actor hears that there are cases which nobody may read: who can give somebody the right to. */
export const mayHearOfUnread = (actor: Actor): boolean =>
  actor.kind === 'staff' && actor.rights.includes('administrate')

/** Whether an actor has cases of their own on Mina sidor. */
export const mayListOwnCases = (actor: Actor): actor is Citizen => actor.kind === 'citizen'

/** Whether an actor may send an application to a service: residents to every one, visitors where no login is required. */
export const mayApply = (actor: Actor, login: 'required' | 'optional' | 'none'): boolean =>
  actor.kind === 'citizen' || (actor.kind === 'visitor' && actor.id !== undefined && login !== 'required')
