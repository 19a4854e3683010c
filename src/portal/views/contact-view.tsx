import type { LocalizedText } from '../../platform/texts/localized.ts'
import { FactList } from '../../ui/form/known-facts.tsx'
import { useTexts } from '../../ui/frame.ts'
import { Page } from '../../ui/page/page.tsx'
import { PageHeading } from '../../ui/page/page-heading.tsx'
import { Section } from '../../ui/page/section.tsx'
import { Written } from '../../ui/page/written.tsx'

type ContactViewProps = {
  readonly phone: string
  readonly hours: LocalizedText
  readonly email: string
  readonly visit: LocalizedText
}

/** How to reach the contact centre, and where else to turn. */
export function ContactView({ phone, hours, email, visit }: ContactViewProps) {
  const { t, pick } = useTexts()
  return (
    <Page title={t('help.contact.title')} area="help" width="text" back={{ href: '/hjalp', label: t('help.back') }}>
      <PageHeading title={t('help.contact.title')}>
        <p>{t('help.contact.lead')}</p>
      </PageHeading>
      <FactList
        facts={[
          { term: t('help.contact.phone'), value: <a href={`tel:${phone.replace(/[^+\d]/g, '')}`}>{phone}</a> },
          { term: t('help.contact.hours'), value: pick(hours) },
          { term: t('help.contact.email'), value: <a href={`mailto:${email}`}>{email}</a> },
          { term: t('help.contact.visit'), value: pick(visit) },
        ]}
      />
      <Section heading={t('help.contact.service.title')}>
        <Written text={t('help.contact.service.text')} />
      </Section>
      <Section heading={t('help.contact.protected.title')}>
        <Written text={t('help.contact.protected.text', { phone })} />
      </Section>
    </Page>
  )
}
