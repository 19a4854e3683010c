import { Actions } from '../../ui/form/actions.tsx'
import { Button, ButtonLink } from '../../ui/form/button.tsx'
import { useTexts } from '../../ui/frame.ts'
import { Page } from '../../ui/page/page.tsx'
import { PageHeading } from '../../ui/page/page-heading.tsx'
import { Prose } from '../../ui/page/prose.tsx'

type DeleteViewProps = {
  /** The e-service's title. */
  readonly service: string
  /** Where the draft goes on, for those who keep it. */
  readonly onwards: string
  readonly isSupplement: boolean
}

/** Asks before a draft is removed for good. */
export function DeleteView({ service, onwards, isSupplement }: DeleteViewProps) {
  const { t } = useTexts()
  const heading = t(isSupplement ? 'drafts.delete.heading-supplement' : 'drafts.delete.heading')
  return (
    <Page title={heading} width="text">
      <PageHeading title={heading} over={service} />
      <Prose>
        <p>{t(isSupplement ? 'drafts.delete.text-supplement' : 'drafts.delete.text')}</p>
      </Prose>
      <form method="post">
        <Actions>
          <Button variant="danger">{t('drafts.delete.confirm')}</Button>
          <ButtonLink href={onwards} variant="tertiary">
            {t('drafts.delete.keep')}
          </ButtonLink>
        </Actions>
      </form>
    </Page>
  )
}
