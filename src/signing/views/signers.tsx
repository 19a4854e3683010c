import type { ComponentChildren } from 'preact'
import { useTexts } from '../../ui/frame.ts'
import { type RowAction, RowActionControl } from '../../ui/list/row-action.tsx'
import type { PartyView } from '../party-view.ts'
import { metaOf, titleOf } from './party-line.ts'
import { PartyTag } from './party-tag.tsx'

/** Somebody who signs, with what more the reader may know and do. */
export type Signer = {
  readonly party: PartyView
  readonly text?: ComponentChildren
  readonly actions?: readonly RowAction[]
  /** Only whether they have signed. */
  readonly isBrief?: boolean
}

/** Who signs, and how it stands. */
export function Signers({ signers }: { readonly signers: readonly Signer[] }) {
  const texts = useTexts()
  return (
    <ul class="rows">
      {signers.map(({ party, text, actions = [], isBrief = false }) => (
        <li class="row is-party" key={party.id}>
          <div class="row-what">
            <h3 class="row-title">{titleOf(party, texts)}</h3>
            <p class="row-meta">{metaOf(party, texts)}</p>
            {text}
          </div>
          <div class="row-tag">
            <PartyTag party={party} isBrief={isBrief} />
          </div>
          {actions.length > 0 ? (
            <div class="row-actions">
              {actions.map((action) => (
                <RowActionControl key={action.label} action={action} look="link" />
              ))}
            </div>
          ) : null}
        </li>
      ))}
    </ul>
  )
}

/** Somebody who signs, as the other parties see them: whether they have signed, and nothing of what has been said to them. */
export const asOthersSee = (party: PartyView): Signer => ({
  party: { ...party, invitedAt: undefined, remindedAt: undefined },
  isBrief: true,
})
