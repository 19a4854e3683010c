import type { TextKey } from '../../platform/texts/catalogue.ts'
import { useTexts } from '../../ui/frame.ts'
import { Tag, type Tone } from '../../ui/list/tag.tsx'
import type { PartyView } from '../party-view.ts'

const tones: Readonly<Record<PartyView['state'], Tone>> = {
  waiting: 'end',
  invited: 'wait',
  read: 'wait',
  signed: 'done',
  declined: 'end',
}

type PartyTagProps = {
  readonly party: PartyView
  /** Only whether they have signed. */
  readonly isBrief: boolean
}

/** How it stands with somebody's signature. */
export function PartyTag({ party, isBrief }: PartyTagProps) {
  return <Tag tone={tones[party.state]}>{useTexts().t(wordOf(party, isBrief))}</Tag>
}

function wordOf({ isOwn, state }: PartyView, isBrief: boolean): TextKey {
  const isAsked = state === 'invited' || state === 'read'
  if (isOwn && isAsked) return 'signing.state.own-turn'
  return isBrief && (isAsked || state === 'waiting') ? 'signing.state.not-signed' : `signing.state.${state}`
}
