import { Actions } from '../../ui/form/actions.tsx'
import { ButtonLink } from '../../ui/form/button.tsx'
import { useTexts } from '../../ui/frame.ts'
import { Notice } from '../../ui/list/notice.tsx'
import { Page } from '../../ui/page/page.tsx'
import { PageHeading } from '../../ui/page/page-heading.tsx'
import { Prose } from '../../ui/page/prose.tsx'

type SavedViewProps = {
  /** The e-service's title. */
  readonly service: string
  readonly until: Date
  /** Where to go on. */
  readonly onwards: string
}

/** What "Spara och avsluta" ends at. */
export function SavedView({ service, until, onwards }: SavedViewProps) {
  const { t, format } = useTexts()
  return (
    <Page title={t('drafts.saved.heading')} area="mine" width="text">
      <PageHeading title={t('drafts.saved.heading')} over={service} />
      <Notice tone="warning">
        <p>
          <strong>{t('drafts.saved.not-incoming')}</strong>
        </p>
      </Notice>
      <Prose>
        <p>{t('drafts.saved.only-you')}</p>
        <p>{t('drafts.saved.kept-until', { day: format.date(until) })}</p>
      </Prose>
      <Actions>
        <ButtonLink href="/mina-sidor">{t('drafts.saved.my-pages')}</ButtonLink>
        <ButtonLink href={onwards} variant="secondary">
          {t('drafts.saved.go-on')}
        </ButtonLink>
      </Actions>
    </Page>
  )
}
