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
  /** What is removed: something begun, changes of what was sent, or what was filled in to be printed. */
  readonly kind: 'application' | 'supplement' | 'paper'
}

const headings = {
  application: 'drafts.delete.heading',
  supplement: 'drafts.delete.heading-supplement',
  paper: 'drafts.delete.heading-paper',
} as const

const explanations = {
  application: 'drafts.delete.text',
  supplement: 'drafts.delete.text-supplement',
  paper: 'drafts.delete.text-paper',
} as const

/** Asks before a draft is removed for good. */
export function DeleteView({ service, onwards, kind }: DeleteViewProps) {
  const { t } = useTexts()
  const heading = t(headings[kind])
  return (
    <Page title={heading} width="text">
      <PageHeading title={heading} over={service} />
      <Prose>
        <p>{t(explanations[kind])}</p>
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
