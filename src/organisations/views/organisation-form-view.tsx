import type { ComponentChildren } from 'preact'
import { Actions } from '../../ui/form/actions.tsx'
import { Button, ButtonLink } from '../../ui/form/button.tsx'
import { ErrorSummary } from '../../ui/form/error-summary.tsx'
import { TextField, type TextFieldProps } from '../../ui/form/text-field.tsx'
import { TypedAgain } from '../../ui/form/typed-again.tsx'
import { useTexts } from '../../ui/frame.ts'
import { Page } from '../../ui/page/page.tsx'
import { PageHeading } from '../../ui/page/page-heading.tsx'
import { Section } from '../../ui/page/section.tsx'
import type { OrganisationField, OrganisationProblems, PostedOrganisation } from '../pages/organisation-form.ts'
import { organisationsPath } from '../paths.ts'
import type { RegisterAnswer } from '../register/company-register.ts'
import { FetchedNotice } from './fetched-notice.tsx'

type OrganisationFormViewProps = {
  readonly action: string
  /** The name of the organisation that is changed; undefined when one is added. */
  readonly changing?: string
  readonly typed: PostedOrganisation
  readonly problems: OrganisationProblems
  readonly fetched?: RegisterAnswer
  /** True when the form had come after the session had ended, and is back for its writer to save. */
  readonly isAgain?: boolean
}

const inOrder: readonly OrganisationField[] = [
  'number',
  'name',
  'careOf',
  'street',
  'postalCode',
  'city',
  'role',
  'email',
  'phone',
]

/** "Lägg till organisation", or one to change. */
export function OrganisationFormView({
  action,
  changing,
  typed,
  problems,
  fetched,
  isAgain,
}: OrganisationFormViewProps) {
  const { t } = useTexts()
  const title = t(changing === undefined ? 'organisations.form.add' : 'organisations.form.change')
  const summary = inOrder.flatMap((id) => {
    const key = problems[id]
    return key ? [{ id, problem: t(key) }] : []
  })
  const field = (name: OrganisationField, more: Partial<TextFieldProps> = {}): ComponentChildren => (
    <TextField
      name={name}
      label={t(`organisations.form.${name}`)}
      value={typed[name]}
      problem={problems[name] && t(problems[name])}
      {...more}
    />
  )
  return (
    <Page
      title={title}
      area="mine"
      width="text"
      back={{ href: organisationsPath, label: t('organisations.list.title') }}
      hasProblems={summary.length > 0}
    >
      <PageHeading title={title} over={changing}>
        <p>{t('organisations.form.lead')}</p>
      </PageHeading>
      <ErrorSummary problems={summary} />
      {isAgain ? <TypedAgain>{t('organisations.form.not-saved')}</TypedAgain> : null}
      <form method="post" action={action} noValidate>
        {field('number', { help: t('organisations.form.number-help'), inputmode: 'numeric' })}
        <Actions>
          <Button name="action" value="hamta" variant="secondary">
            {t('organisations.form.fetch')}
          </Button>
        </Actions>
        {fetched ? <FetchedNotice answer={fetched} /> : null}
        {field('name', { mandatory: true, width: 'l', autocomplete: 'organization' })}
        <Section heading={t('organisations.form.address')}>
          {field('careOf', { width: 'l' })}
          {field('street', { width: 'l' })}
          {field('postalCode', { width: 's', inputmode: 'numeric' })}
          {field('city')}
        </Section>
        <Section heading={t('organisations.form.contact')}>
          {field('role', { help: t('organisations.form.role-help') })}
          {field('email', { type: 'email', width: 'l' })}
          {field('phone', { type: 'tel' })}
        </Section>
        <Actions>
          <Button name="action" value="spara">
            {t(changing === undefined ? 'organisations.form.save-new' : 'organisations.form.save')}
          </Button>
          <ButtonLink href={organisationsPath} variant="tertiary">
            {t('organisations.form.cancel')}
          </ButtonLink>
        </Actions>
      </form>
    </Page>
  )
}
