import type { Texts } from '../../platform/texts/texts.ts'

/** Somebody who is to sign, as the others see them. */
export type PartyLine = {
  readonly id: string
  readonly role: 'applicant' | 'guardian' | 'co-applicant' | 'signatory'
  /** Undefined where it may not be shown. */
  readonly name: string | undefined
  /** The reader. */
  readonly isOwn: boolean
  /** `waiting`: they haven't been invited yet. */
  readonly state: 'waiting' | 'invited' | 'read' | 'signed' | 'declined'
  readonly invitedAt: Date | undefined
  readonly remindedAt: Date | undefined
  readonly signedAt: Date | undefined
  readonly declinedAt: Date | undefined
}

/** "Bo Exempel", or what they are where the name may not be shown. */
export const calledIn = ({ name, role }: Pick<PartyLine, 'name' | 'role'>, { t }: Texts): string =>
  name ?? t(`signing.role.${role}`)

/** "Bo Exempel (du)". */
export const titleOf = (party: PartyLine, texts: Texts): string =>
  party.isOwn ? texts.t('signing.party.you', { name: calledIn(party, texts) }) : calledIn(party, texts)

/** What they are, and what has happened last: "Vårdnadshavare · Inbjuden 3 mars 2027 kl. 14.30". */
export function metaOf(party: PartyLine, texts: Texts): string {
  const last = lastOf(party, texts)
  const words = [party.name === undefined ? undefined : texts.t(`signing.role.${party.role}`), last]
  return words.filter((word) => word !== undefined).join(' · ')
}

function lastOf({ invitedAt, remindedAt, signedAt, declinedAt }: PartyLine, { t, format }: Texts): string | undefined {
  if (signedAt) return t('signing.party.signed-at', { when: format.dateTime(signedAt) })
  if (declinedAt) return t('signing.party.declined-at', { when: format.dateTime(declinedAt) })
  if (remindedAt) return t('signing.party.reminded-at', { when: format.dateTime(remindedAt) })
  return invitedAt && t('signing.party.invited-at', { when: format.dateTime(invitedAt) })
}
