import { FactList } from '../../../ui/form/known-facts.tsx'
import { useTexts } from '../../../ui/frame.ts'
import { Section } from '../../../ui/page/section.tsx'
import type { CatalogueDefinition } from '../../definition/definition.ts'

type ContactSectionProps = { readonly contact: CatalogueDefinition['contact'] }

/** Whom to ask about a service, how, and when they answer. */
export function ContactSection({ contact }: ContactSectionProps) {
  const { t, pick } = useTexts()
  return (
    <Section heading={t('catalogue.contact')}>
      <FactList
        facts={[
          { term: t('catalogue.contact.unit'), value: pick(contact.unit) },
          {
            term: t('catalogue.contact.phone'),
            value: <a href={`tel:${contact.phone.replace(/[^+\d]/g, '')}`}>{contact.phone}</a>,
          },
          { term: t('catalogue.contact.hours'), value: pick(contact.hours) },
          {
            term: t('catalogue.contact.email'),
            value: <a href={`mailto:${contact.email}`}>{contact.email}</a>,
          },
        ]}
      />
    </Section>
  )
}
