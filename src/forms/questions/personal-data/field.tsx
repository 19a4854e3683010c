import { FactList } from '../../../ui/form/known-facts.tsx'
import { useTexts } from '../../../ui/frame.ts'
import type { QuestionWith } from '../../question.ts'
import type { FieldProps } from '../../question-type.ts'
import type { personalDataSettings } from './settings.ts'

/** Who processes which data and why, as terms and their values. */
export function PersonalDataField({ question, id }: FieldProps<null, QuestionWith<typeof personalDataSettings>>) {
  const { t, pick } = useTexts()
  const { label, controller, purpose, basis, kept, shared, contact, more } = question
  const facts = [
    { term: t('forms.personal-data.controller'), value: pick(controller) },
    { term: t('forms.personal-data.purpose'), value: pick(purpose) },
    { term: t('forms.personal-data.basis'), value: t(`forms.personal-data.basis.${basis}`) },
    { term: t('forms.personal-data.kept'), value: pick(kept) },
    ...(shared ? [{ term: t('forms.personal-data.shared'), value: pick(shared) }] : []),
    { term: t('forms.personal-data.contact'), value: pick(contact) },
  ]
  return (
    <section class="panel known is-long" id={id} aria-labelledby={`${id}-heading`}>
      <h2 class="notice-heading" id={`${id}-heading`}>
        {pick(label)}
      </h2>
      <FactList facts={facts} />
      {more ? (
        <p>
          <a class="ds-link" href={more.href}>
            {pick(more.label)}
          </a>
        </p>
      ) : null}
    </section>
  )
}
