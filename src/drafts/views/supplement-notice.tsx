import { useTexts } from '../../ui/frame.ts'
import { Notice } from '../../ui/list/notice.tsx'
import type { Supplementing } from './draft-layout.tsx'

/** Says what a supplement is for, until when, and that nothing has been sent yet. */
export function SupplementNotice({ request }: Supplementing) {
  const { t, format } = useTexts()
  return (
    <Notice tone="info" heading={t('drafts.supplement.not-sent')}>
      {request ? (
        <>
          <p>{t('drafts.supplement.asked')}</p>
          <blockquote class="kept-lines">{request.text}</blockquote>
          {request.until ? <p>{t('drafts.supplement.until', { day: format.date(request.until) })}</p> : null}
        </>
      ) : (
        <p>{t('drafts.supplement.own-accord')}</p>
      )}
    </Notice>
  )
}
