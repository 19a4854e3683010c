import { FactList } from '../../../ui/form/known-facts.tsx'
import { useTexts } from '../../../ui/frame.ts'
import { Section } from '../../../ui/page/section.tsx'
import { Written } from '../../../ui/page/written.tsx'
import type { CatalogueDefinition } from '../../definition/definition.ts'

type PersonalDataSectionProps = { readonly data: CatalogueDefinition['personalData'] }

/** What a person has the right to know of how their data is used (articles 13–14 of the GDPR). */
export function PersonalDataSection({ data }: PersonalDataSectionProps) {
  const { t, pick } = useTexts()
  return (
    <Section heading={t('catalogue.personal-data')}>
      <FactList
        facts={[
          { term: t('catalogue.personal-data.controller'), value: pick(data.controller) },
          { term: t('catalogue.personal-data.purpose'), value: pick(data.purpose) },
          { term: t('catalogue.personal-data.basis'), value: pick(data.legalBasis) },
          { term: t('catalogue.personal-data.recipients'), value: pick(data.recipients) },
          { term: t('catalogue.personal-data.retention'), value: pick(data.retention) },
          {
            term: t('catalogue.personal-data.officer'),
            value: <a href={`mailto:${data.officer}`}>{data.officer}</a>,
          },
        ]}
      />
      <Written text={t('catalogue.personal-data.rights')} />
    </Section>
  )
}
