import { kindOfOwnFile, ownFilePath } from '../../../forms/own-file.ts'
import { factsNeeded } from '../../../forms/prefill.ts'
import { FactList } from '../../../ui/form/known-facts.tsx'
import { useFrame, useTexts } from '../../../ui/frame.ts'
import { FileLinks } from '../../../ui/list/file-links.tsx'
import { Prose } from '../../../ui/page/prose.tsx'
import { Section } from '../../../ui/page/section.tsx'
import { Written } from '../../../ui/page/written.tsx'
import type { CatalogueDefinition } from '../../definition/definition.ts'
import type { PaperFormDefinition } from '../../definition/paper-form.ts'
import { appealText } from './appeal-text.ts'
import { ContactSection } from './contact-section.tsx'
import { PersonalDataSection } from './personal-data-section.tsx'

/** What the start page says of a service before the way in, in the order that all of them have. */
export function ServiceFacts({ definition }: { readonly definition: CatalogueDefinition }) {
  const texts = useTexts()
  const { t, pick } = texts
  const { contactCentre } = useFrame().municipality
  return (
    <>
      <Section heading={t(definition.kind === 'paper-form' ? 'catalogue.paper.purpose' : 'catalogue.purpose')}>
        <Written text={pick(definition.purpose)} />
      </Section>
      <Section heading={t('catalogue.needed')}>
        <Prose>
          <ul>
            {definition.needed.map((thing) => (
              <li key={thing.sv}>{pick(thing)}</li>
            ))}
            {asksOfRegister(definition) ? (
              <li>{t('catalogue.needed.number', { phone: contactCentre.phone })}</li>
            ) : null}
          </ul>
        </Prose>
      </Section>
      {definition.kind === 'paper-form' ? <HandIn definition={definition} /> : null}
      {definition.files.length > 0 ? (
        <Section heading={t('catalogue.files')}>
          <FileLinks
            label={t('catalogue.files')}
            files={definition.files.map((file) => ({
              href: ownFilePath(file),
              label: pick(file.label),
              kind: kindOfOwnFile(file),
              size: file.size,
            }))}
          />
        </Section>
      ) : null}
      {definition.kind === 'electronic' ? (
        <Section heading={t('catalogue.steps')}>
          <Prose>
            <ol>
              {definition.form.steps.map((step) => (
                <li key={step.id}>{pick(step.title)}</li>
              ))}
              <li>{t(definition.signing ? 'catalogue.steps.review-and-sign' : 'catalogue.steps.review')}</li>
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

/** Whether a form can't be filled in by who has no Swedish number, since it chooses among what a register tells of them: that is said before they begin. */
const asksOfRegister = (definition: CatalogueDefinition): boolean =>
  definition.kind === 'electronic' && factsNeeded(definition.form).has('withoutNumber')

/** Where a form on paper goes, by post or by hand. */
function HandIn({ definition: { postalAddress, office } }: { readonly definition: PaperFormDefinition }) {
  const { t, pick } = useTexts()
  return (
    <Section heading={t('catalogue.paper.hand-in')}>
      <FactList
        facts={[
          { term: t('catalogue.paper.post'), value: pick(postalAddress) },
          { term: t('catalogue.paper.visit'), value: `${pick(office.name)}, ${pick(office.address)}` },
          { term: t('catalogue.paper.opening-hours'), value: pick(office.openingHours) },
        ]}
      />
    </Section>
  )
}
