import { useTexts } from '../../../ui/frame.ts'
import { Prose } from '../../../ui/page/prose.tsx'
import { Section } from '../../../ui/page/section.tsx'
import { Written } from '../../../ui/page/written.tsx'
import type { CatalogueDefinition } from '../../definition/definition.ts'
import { appealText } from './appeal-text.ts'
import { ContactSection } from './contact-section.tsx'
import { PersonalDataSection } from './personal-data-section.tsx'

/** What the start page says of a service before the way in, in the order that all of them have. */
export function ServiceFacts({ definition }: { readonly definition: CatalogueDefinition }) {
  const texts = useTexts()
  const { t, pick } = texts
  return (
    <>
      <Section heading={t('catalogue.purpose')}>
        <Written text={pick(definition.purpose)} />
      </Section>
      <Section heading={t('catalogue.needed')}>
        <Prose>
          <ul>
            {definition.needed.map((thing) => (
              <li key={thing.sv}>{pick(thing)}</li>
            ))}
          </ul>
        </Prose>
      </Section>
      {definition.kind === 'electronic' ? (
        <Section heading={t('catalogue.steps')}>
          <Prose>
            <ol>
              {definition.form.steps.map((step) => (
                <li key={step.id}>{pick(step.title)}</li>
              ))}
              <li>{t('catalogue.steps.review')}</li>
            </ol>
          </Prose>
        </Section>
      ) : null}
      <Section heading={t('catalogue.fee')}>
        <Written text={pick(definition.fee)} />
      </Section>
      <Section heading={t('catalogue.handling-time')}>
        <Written text={pick(definition.handlingTime)} />
      </Section>
      <Section heading={t('catalogue.handled-by')}>
        <Written text={pick(definition.handledBy)} />
      </Section>
      <Section heading={t('catalogue.law')}>
        <Written text={`${pick(definition.law)}\n\n${appealText(definition.appeal, texts)}`} />
      </Section>
      {definition.kind === 'electronic' ? (
        <Section heading={t('catalogue.without-eid')}>
          <Written text={pick(definition.withoutEid)} />
        </Section>
      ) : null}
      <PersonalDataSection data={definition.personalData} />
      <ContactSection contact={definition.contact} />
    </>
  )
}
