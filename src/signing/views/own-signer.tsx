import type { ComponentChildren } from 'preact'
import { phoneInWords } from '../../forms/formats/phone.ts'
import type { Texts } from '../../platform/texts/texts.ts'
import { useTexts } from '../../ui/frame.ts'
import type { RowAction } from '../../ui/list/row-action.tsx'
import type { PartyView } from '../party-view.ts'
import { askAgainPath, contactPath, remindPath } from '../paths.ts'
import { calledIn } from './party-line.ts'
import type { Signer } from './signers.tsx'

/** Somebody who signs, as the applicant sees them. */
export type OwnParty = PartyView & {
  /** Why they won't, in their words. */
  readonly reason: string | undefined
  /** What the applicant typed, to invite them by; never what the person has said themselves. */
  readonly contact: { readonly email?: string | undefined; readonly phone?: string | undefined } | undefined
  readonly mayRemind: boolean
  readonly mayChangeContact: boolean
  /** They said no before the answers were changed. */
  readonly mayAskAgain: boolean
}

/** A party with the address that they are invited at, their reason for declining, and what the applicant can do. */
export function ownSigner(draft: string, party: OwnParty, texts: Texts): Signer {
  return {
    party,
    text: <More party={party} />,
    actions: actionsOn(draft, party, texts),
  }
}

function actionsOn(draft: string, party: OwnParty, texts: Texts): readonly RowAction[] {
  const { t } = texts
  const about = calledIn(party, texts)
  return [
    ...(party.mayRemind ? [{ label: t('signing.remind'), about, post: remindPath(draft, party.id) }] : []),
    ...(party.mayAskAgain ? [{ label: t('signing.ask-again'), about, post: askAgainPath(draft, party.id) }] : []),
    ...(party.mayChangeContact
      ? [{ label: t('signing.contact.change'), about, href: contactPath(draft, party.id) }]
      : []),
  ]
}

function More({ party: { contact, reason, mayChangeContact } }: { readonly party: OwnParty }): ComponentChildren {
  const { t } = useTexts()
  if (reason !== undefined) {
    return <p class="kept-lines">{t('signing.party.reason', { reason })}</p>
  }
  const typed = [contact?.email, contact?.phone && phoneInWords(contact.phone)].filter((one) => one)
  if (typed.length > 0) {
    return <p class="row-meta">{t('signing.party.contact', { to: typed.join(', ') })}</p>
  }
  return mayChangeContact ? <p class="row-meta">{t('signing.party.no-contact')}</p> : null
}
