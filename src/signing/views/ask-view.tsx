import { Actions } from '../../ui/form/actions.tsx'
import { Button, ButtonLink } from '../../ui/form/button.tsx'
import { useTexts } from '../../ui/frame.ts'
import { Page } from '../../ui/page/page.tsx'
import { PageHeading } from '../../ui/page/page-heading.tsx'
import { Prose } from '../../ui/page/prose.tsx'

type AskViewProps = {
  /** What is about to be done. */
  readonly deed: 'change' | 'withdraw' | 'send-missing'
  /** The e-service's title. */
  readonly service: string
  readonly what: 'application' | 'supplement'
  /** Whether anybody has signed. */
  readonly isSigned: boolean
  /** Who is told of it; or who hasn't signed, where it is sent all the same. */
  readonly names: readonly string[]
  readonly back: string
}

const variants = { change: 'primary', withdraw: 'danger', 'send-missing': 'primary' } as const

/** Asks before something is done that others are told of, and that can't be taken back. */
export function AskView({ deed, service, what, isSigned, names, back }: AskViewProps) {
  const { t, format } = useTexts()
  const heading = t(`signing.ask.${deed}.heading`, { what })
  return (
    <Page title={heading} width="text">
      <PageHeading title={heading} over={service} />
      <Prose>
        <p>{t(`signing.ask.${deed}.text`, { what, signed: isSigned ? 'yes' : 'no' })}</p>
        {names.length > 0 ? <p>{t(`signing.ask.${deed}.names`, { names: format.list(names) })}</p> : null}
      </Prose>
      <form method="post">
        <Actions>
          <Button variant={variants[deed]}>{t(`signing.ask.${deed}.confirm`, { what })}</Button>
          <ButtonLink href={back} variant="tertiary">
            {t('signing.ask.back')}
          </ButtonLink>
        </Actions>
      </form>
    </Page>
  )
}
