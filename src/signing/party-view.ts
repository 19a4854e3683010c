import type { Context } from '../platform/context.ts'
import type { PartyState, Role } from './model.ts'
import type { Party } from './request.ts'

/** One of those who sign, as the others see them. */
export type PartyView = {
  readonly id: string
  readonly role: Role
  /** Undefined where it may not be shown. */
  readonly name: string | undefined
  /** The reader. */
  readonly isOwn: boolean
  readonly state: PartyState
  readonly invitedAt: Date | undefined
  readonly remindedAt: Date | undefined
  readonly signedAt: Date | undefined
  readonly declinedAt: Date | undefined
}

/** A party without what is only the applicant's, or the party's own. */
export const partyView = ({ actor }: Context, party: Party): PartyView => ({
  id: party.id,
  role: party.role,
  name: party.name,
  isOwn: actor.kind === 'citizen' && party.personId === actor.id,
  state: party.state,
  invitedAt: party.state === 'waiting' ? undefined : party.invitedAt,
  // Not of an earlier round.
  remindedAt: party.remindedAt && party.invitedAt && party.remindedAt < party.invitedAt ? undefined : party.remindedAt,
  signedAt: party.signedAt,
  declinedAt: party.declinedAt,
})
