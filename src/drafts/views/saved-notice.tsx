import { useTexts } from '../../ui/frame.ts'
import { Notice } from '../../ui/list/notice.tsx'

/** What "Spara" answers: saved, until when, and not yet an incoming document. */
export function SavedNotice({ until }: { readonly until: Date }) {
  const { t, format } = useTexts()
  return (
    <Notice tone="success" heading={t('drafts.saved.heading')} announce>
      <p>
        <strong>{t('drafts.saved.not-incoming')}</strong>
      </p>
      <p>
        {t('drafts.saved.kept-until', { day: format.date(until) })}{' '}
        <a href="/mina-sidor">{t('drafts.saved.my-pages')}</a>
      </p>
    </Notice>
  )
}
