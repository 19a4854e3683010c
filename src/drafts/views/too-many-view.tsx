import { Actions } from '../../ui/form/actions.tsx'
import { ButtonLink } from '../../ui/form/button.tsx'
import { useTexts } from '../../ui/frame.ts'
import { Page } from '../../ui/page/page.tsx'
import { PageHeading } from '../../ui/page/page-heading.tsx'
import { Prose } from '../../ui/page/prose.tsx'

/** Why no further e-service was begun: `most` drafts are open already. */
export function TooManyView({ most, hasMyPages }: { readonly most: number; readonly hasMyPages: boolean }) {
  const { t } = useTexts()
  return (
    <Page title={t('drafts.too-many.heading')} width="text">
      <PageHeading title={t('drafts.too-many.heading')} />
      <Prose>
        <p>{t(hasMyPages ? 'drafts.too-many.text' : 'drafts.too-many.text-visitor', { most })}</p>
      </Prose>
      {hasMyPages ? (
        <Actions>
          <ButtonLink href="/mina-sidor">{t('drafts.saved.my-pages')}</ButtonLink>
        </Actions>
      ) : null}
    </Page>
  )
}
