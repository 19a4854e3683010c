import { Actions } from '../../ui/form/actions.tsx'
import { Button, ButtonLink } from '../../ui/form/button.tsx'
import { useTexts } from '../../ui/frame.ts'
import { Page } from '../../ui/page/page.tsx'
import { PageHeading } from '../../ui/page/page-heading.tsx'
import { Prose } from '../../ui/page/prose.tsx'
import { organisationsPath } from '../paths.ts'

/** Asks before an organisation is taken out of "Mina organisationer". */
export function RemoveOrganisationView({ name }: { readonly name: string }) {
  const { t } = useTexts()
  return (
    <Page title={t('organisations.remove.title')} area="mine" width="text">
      <PageHeading title={t('organisations.remove.title')} over={name} />
      <Prose>
        <p>{t('organisations.remove.text')}</p>
      </Prose>
      <form method="post">
        <Actions>
          <Button variant="danger">{t('organisations.remove.confirm')}</Button>
          <ButtonLink href={organisationsPath} variant="tertiary">
            {t('organisations.remove.keep')}
          </ButtonLink>
        </Actions>
      </form>
    </Page>
  )
}
