import { closedText, type Opening } from '../../catalogue/public.ts'
import { days, later } from '../../platform/clock.ts'
import { useTexts } from '../../ui/frame.ts'
import { Notice } from '../../ui/list/notice.tsx'
import type { OpenDraft } from '../model.ts'
import { changedPath } from '../paths.ts'
import { standingText } from './standing-text.ts'

type StandingNoticesProps = {
  readonly draft: OpenDraft
  /** Undefined for what can be sent whenever. */
  readonly opening: Opening | undefined
  /** True when the reader has just tried to send it. */
  readonly announce?: boolean
}

/** From then on the pages of a form say when it closes; before, its start page and Mina sidor do. */
const soon = days(30)

const closesSoon = ({ until, asked }: Extract<Opening, { kind: 'open' }>): boolean =>
  until !== undefined && until <= later(asked, soon)

/** What must be known of a draft before it is gone on with: that it can't be sent now or soon, and that its form has changed. */
export function StandingNotices({ draft, opening, announce }: StandingNoticesProps) {
  const texts = useTexts()
  const { t, format } = texts
  return (
    <>
      {opening?.kind === 'closed' ? (
        <Notice tone="warning" announce={announce}>
          <p>
            <strong>{closedText(opening, texts)}</strong>
          </p>
          <p>{t('drafts.closed.kept', { day: format.date(draft.expiresAt) })}</p>
        </Notice>
      ) : null}
      {opening?.kind === 'open' && closesSoon(opening) ? (
        <Notice tone="info">
          <p>{standingText(opening, texts)}</p>
        </Notice>
      ) : null}
      {draft.move && draft.move.left.length > 0 ? (
        <Notice tone="info">
          <p>
            {t('drafts.changed.left')} <a href={changedPath(draft.id)}>{t('drafts.changed.left-link')}</a>
          </p>
        </Notice>
      ) : null}
    </>
  )
}
