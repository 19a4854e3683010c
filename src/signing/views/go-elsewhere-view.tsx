import { Actions } from '../../ui/form/actions.tsx'
import { Button } from '../../ui/form/button.tsx'
import { useTexts } from '../../ui/frame.ts'
import { Page } from '../../ui/page/page.tsx'
import { PageHeading } from '../../ui/page/page-heading.tsx'
import { Prose } from '../../ui/page/prose.tsx'
import { signWithPath } from '../paths.ts'

type GoElsewhereProps = {
  readonly draft: string
  readonly service: string
  /** The method's names for people and for addresses. */
  readonly method: { readonly title: string; readonly name: string }
  /** Whose page comes. */
  readonly region: string
  /** Where what is signed stands, with the other ways. */
  readonly back: string
}

/** Asks, in a browser that doesn't say whose link led here, before somebody is led on to a provider's page to sign. */
export function GoElsewhereView({ draft, service, method: { title, name }, region, back }: GoElsewhereProps) {
  const { t } = useTexts()
  const heading = t('signing.sign-with', { method: title })
  return (
    <Page title={heading} width="text" back={{ href: back, label: t('signing.other-way') }}>
      <PageHeading title={heading} over={service} />
      <Prose>
        <p>{t('signing.elsewhere', { region })}</p>
        <p>{t('signing.binding')}</p>
      </Prose>
      <form method="post" action={signWithPath(draft, name)}>
        <Actions>
          <Button>{heading}</Button>
        </Actions>
      </form>
    </Page>
  )
}
