import { signingPath } from '../../drafts/public.ts'
import { Actions } from '../../ui/form/actions.tsx'
import { Button, ButtonLink } from '../../ui/form/button.tsx'
import { ErrorSummary } from '../../ui/form/error-summary.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import { TypedAgain } from '../../ui/form/typed-again.tsx'
import { useTexts } from '../../ui/frame.ts'
import { Prose } from '../../ui/page/prose.tsx'
import { contactPath } from '../paths.ts'
import { InvitationFrame } from './invitation-frame.tsx'

/** A contact address as it stands in the fields. */
export type TypedContact = { readonly epost: string; readonly mobil: string }

/** What is wrong in a contact address. */
export type ContactProblem = {
  readonly field: keyof TypedContact
  readonly problem: 'email' | 'phone' | 'missing'
}

type ContactViewProps = {
  readonly draft: string
  readonly party: { readonly id: string; readonly name: string }
  /** The e-service's title. */
  readonly service: string
  readonly typed: TypedContact
  readonly problems?: readonly ContactProblem[]
  readonly isResumed?: boolean
}

/** Where somebody is invited, as the applicant has typed it. */
export function ContactView({ draft, party, service, typed, problems = [], isResumed }: ContactViewProps) {
  const { t } = useTexts()
  const words = problems.map(({ field, problem }) => ({ id: field, problem: t(`signing.contact.problem.${problem}`) }))
  const problemOf = (field: keyof TypedContact) => words.find(({ id }) => id === field)?.problem
  const back = signingPath(draft)
  return (
    <InvitationFrame
      title={t('signing.contact.title', { name: party.name })}
      service={service}
      back={{ href: back, label: t('signing.title.waiting') }}
      hasProblems={words.length > 0}
    >
      <ErrorSummary problems={words} />
      {isResumed ? <TypedAgain>{t('signing.contact.resumed')}</TypedAgain> : null}
      <Prose>
        <p>{t('signing.contact.text', { name: party.name })}</p>
      </Prose>
      <form method="post" action={contactPath(draft, party.id)} noValidate>
        <TextField
          name="epost"
          type="email"
          label={t('signing.contact.email')}
          value={typed.epost}
          problem={problemOf('epost')}
          width="l"
        />
        <TextField
          name="mobil"
          type="tel"
          label={t('signing.contact.phone')}
          value={typed.mobil}
          problem={problemOf('mobil')}
          width="m"
        />
        <Actions>
          <Button>{t('signing.contact.save')}</Button>
          <ButtonLink href={back} variant="tertiary">
            {t('signing.ask.back')}
          </ButtonLink>
        </Actions>
      </form>
    </InvitationFrame>
  )
}
