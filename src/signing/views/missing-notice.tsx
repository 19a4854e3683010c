import { Actions } from '../../ui/form/actions.tsx'
import { ButtonLink } from '../../ui/form/button.tsx'
import { useTexts } from '../../ui/frame.ts'
import { Notice } from '../../ui/list/notice.tsx'
import { sendMissingPath, withdrawPath } from '../paths.ts'
import { calledIn } from './party-line.ts'
import type { RequestViewModel } from './request-view.tsx'

/** Says that somebody won't sign, or hasn't in time, and what the applicant can choose. Renders nothing while there is nothing to choose. */
export function MissingNotice({ draft, what, parties, isStuck, mayMiss, dueAt }: RequestViewModel) {
  const texts = useTexts()
  const { t, format } = texts
  const declined = parties.filter(({ state }) => state === 'declined').map((party) => calledIn(party, texts))
  if (!isStuck && declined.length === 0) return null
  return (
    <Notice tone="warning" heading={t(declined.length > 0 ? 'signing.missing.declined' : 'signing.missing.overdue')}>
      <p>
        {declined.length > 0
          ? t('signing.missing.declined-text', { names: format.list(declined) })
          : t('signing.missing.overdue-text', { day: format.date(dueAt) })}{' '}
        {t(`signing.missing.${mayMiss ? (isStuck ? 'may-send' : 'may-later') : 'may-not'}`, { what })}
      </p>
      {isStuck ? (
        <Actions>
          {mayMiss ? <ButtonLink href={sendMissingPath(draft)}>{t('signing.missing.send')}</ButtonLink> : null}
          <ButtonLink href={withdrawPath(draft)} variant="secondary">
            {t('signing.missing.cancel')}
          </ButtonLink>
        </Actions>
      ) : null}
    </Notice>
  )
}
