import type { Texts } from '../../platform/texts/texts.ts'
import type { PartyView } from '../party-view.ts'

/** "Bo Exempel", or what they are where the name may not be shown. */
export const calledIn = ({ name, role }: Pick<PartyView, 'name' | 'role'>, { t }: Texts): string =>
  name ?? t(`signing.role.${role}`)

/** "Bo Exempel (du)". */
export const titleOf = (party: PartyView, texts: Texts): string =>
  party.isOwn ? texts.t('signing.party.you', { name: calledIn(party, texts) }) : calledIn(party, texts)

/** What they are, and what has happened last: "Vårdnadshavare · Inbjuden 3 mars 2027 kl. 14.30". */
export function metaOf(party: PartyView, texts: Texts): string {
  const last = lastOf(party, texts)
  const words = [party.name === undefined ? undefined : texts.t(`signing.role.${party.role}`), last]
  return words.filter((word) => word !== undefined).join(' · ')
}

function lastOf(party: PartyView, { t, format }: Texts): string | undefined {
  const { role, remindedAt, signedAt, declinedAt } = party
  // Nobody has invited the applicant.
  const invitedAt = role === 'applicant' ? undefined : party.invitedAt

  if (signedAt) return t('signing.party.signed-at', { when: format.dateTime(signedAt) })
  if (declinedAt) return t('signing.party.declined-at', { when: format.dateTime(declinedAt) })
  if (remindedAt) return t('signing.party.reminded-at', { when: format.dateTime(remindedAt) })
  return invitedAt && t('signing.party.invited-at', { when: format.dateTime(invitedAt) })
}
