import { nameOf, type Person } from '../../people/public.ts'
import { Actions } from '../../ui/form/actions.tsx'
import { Button } from '../../ui/form/button.tsx'
import { Checkbox } from '../../ui/form/checkbox.tsx'
import { ErrorSummary } from '../../ui/form/error-summary.tsx'
import { KnownFacts } from '../../ui/form/known-facts.tsx'
import { RadioGroup } from '../../ui/form/radio-group.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import { TypedAgain } from '../../ui/form/typed-again.tsx'
import { useFrame, useTexts } from '../../ui/frame.ts'
import { NotFetched } from '../../ui/list/not-fetched.tsx'
import { Notice } from '../../ui/list/notice.tsx'
import { Page } from '../../ui/page/page.tsx'
import { PageHeading } from '../../ui/page/page-heading.tsx'
import { Prose } from '../../ui/page/prose.tsx'
import { Section } from '../../ui/page/section.tsx'
import type { DetailsProblems, PostedDetails } from '../pages/profile/details-form.ts'

type DetailsViewProps = {
  readonly person: Person
  /** True for somebody who is warned before giving contact details. */
  readonly warned: boolean
  /** Whether notices can come as SMS. Who gets them can switch them off all the same. */
  readonly offersSms: boolean
  readonly typed: PostedDetails
  readonly problems: DetailsProblems
  /** What has become of what the reader sent: saved, or still in the fields since they have to show (again) who they are. */
  readonly notice?: 'saved' | 'not-saved' | undefined
}

/** "Mina uppgifter". */
export function DetailsView({ person, warned, offersSms, typed, problems, notice }: DetailsViewProps) {
  const { t } = useTexts()
  const summary = (['email', 'phone', 'language', 'confirmed'] as const).flatMap((id) => {
    const key = problems[id]
    return key ? [{ id, problem: t(key) }] : []
  })
  return (
    <Page
      title={t('portal.details.title')}
      area="mine"
      width="text"
      back={{ href: '/mina-sidor', label: t('ui.menu.my-pages') }}
      hasProblems={summary.length > 0}
    >
      <PageHeading title={t('portal.details.title')}>
        <p>{t('portal.details.lead')}</p>
      </PageHeading>
      <ErrorSummary problems={summary} />
      {notice === 'saved' ? (
        <Notice tone="success" announce>
          <p>{t('portal.details.saved')}</p>
        </Notice>
      ) : null}
      {notice === 'not-saved' ? <TypedAgain>{t('portal.details.not-saved')}</TypedAgain> : null}
      <form method="post" action="/mina-sidor/uppgifter" noValidate>
        <Section heading={t('portal.details.known')}>
          <Known person={person} />
        </Section>
        <Section heading={t('portal.details.contact')}>
          <p>{t('portal.details.identify')}</p>
          <ContactFields typed={typed} problems={problems} warned={warned} />
        </Section>
        <Section heading={t('portal.details.notices')}>
          <Checkbox
            name="notices"
            label={t('portal.details.notices-choice')}
            help={t('portal.details.notices-help')}
            checked={typed.notices !== undefined}
          />
          {offersSms || person.noticesBySms ? (
            <Checkbox
              name="sms"
              label={t('portal.details.sms-choice')}
              help={t('portal.details.sms-help')}
              checked={typed.sms !== undefined}
            />
          ) : null}
        </Section>
        <RadioGroup
          name="language"
          label={t('portal.details.language')}
          help={t('portal.details.language-help')}
          value={typed.language}
          choices={[
            { value: 'sv', label: t('portal.details.swedish') },
            { value: 'en', label: t('portal.details.english') },
          ]}
          problem={problems.language && t(problems.language)}
        />
        <Actions>
          <Button>{t('portal.details.save')}</Button>
        </Actions>
      </form>
      <Section heading={t('logins.title')}>
        <Prose>
          <p>{t('portal.details.logins')}</p>
          <p>
            <a href="/mina-sidor/uppgifter/inloggningar">{t('portal.details.to-logins')}</a>
          </p>
        </Prose>
      </Section>
    </Page>
  )
}

/** Name and address as fetched. Where nothing is known the words are the same whatever the reason (requirement B1.4). */
function Known({ person }: { readonly person: Person }) {
  const { t, format } = useTexts()
  const name = nameOf(person)
  if (name === undefined) return <NotFetched />
  const { address } = person
  return (
    <>
      <KnownFacts
        facts={[
          { term: t('portal.details.name'), value: name },
          ...(address
            ? [
                {
                  term: t('portal.details.address'),
                  value: [
                    ...(address.careOf ? [`c/o ${address.careOf}`] : []),
                    address.street,
                    `${address.postalCode} ${address.city}`,
                  ].join(', '),
                },
              ]
            : []),
        ]}
        source={
          person.fetched &&
          t(person.fetched.from === 'login' ? 'portal.details.fetched' : 'portal.details.fetched-from-register', {
            when: format.dateTime(person.fetched.at),
          })
        }
      />
      <p>{t(person.fetched?.from === 'login' ? 'portal.details.change-at-issuer' : 'portal.details.change-known')}</p>
    </>
  )
}

type ContactFieldsProps = Pick<DetailsViewProps, 'typed' | 'problems' | 'warned'>

function ContactFields({ typed, problems, warned }: ContactFieldsProps) {
  const { t } = useTexts()
  const { phone } = useFrame().municipality.contactCentre
  return (
    <>
      {warned ? (
        <Notice tone="warning" heading={t('portal.details.warning')}>
          <p>{t('portal.details.warning-text', { phone })}</p>
        </Notice>
      ) : null}
      <TextField
        name="email"
        type="email"
        autocomplete="email"
        width="l"
        label={t('portal.details.email')}
        help={t('portal.details.email-help')}
        value={typed.email}
        problem={problems.email && t(problems.email)}
      />
      <TextField
        name="phone"
        type="tel"
        autocomplete="tel"
        label={t('portal.details.phone')}
        help={t('portal.details.phone-help')}
        value={typed.phone}
        problem={problems.phone && t(problems.phone)}
      />
      {warned ? (
        <Checkbox
          name="confirmed"
          label={t('portal.details.confirm')}
          checked={typed.confirmed !== undefined}
          problem={problems.confirmed && t(problems.confirmed)}
        />
      ) : null}
    </>
  )
}
