import { questionType } from '../../define-question-type.ts'
import { organisationNumberInWords } from '../../formats/organisation-number.ts'
import { postedText } from '../../posted-form.ts'
import type { RuleValue, ValueType } from '../../rules/value.ts'
import { addressLine } from '../contact/answer.ts'
import { provisionalProblems } from '../text/formats.ts'
import { OrganisationAnswer } from './answer.ts'
import { fetchAction } from './fetch-action.ts'
import { OrganisationField } from './field.tsx'
import { LegalForm } from './legal-form.ts'
import { readOrganisation, typedFrom } from './read-organisation.ts'
import { organisationSettings } from './settings.ts'
import { formOf, nothingTyped, standingOf, TypedOrganisation } from './standing.ts'
import { proceedingInWords, provenance } from './words.ts'

const ruleType: ValueType = {
  kind: 'parts',
  parts: {
    form: { kind: 'choice', values: LegalForm.options },
    active: { kind: 'boolean' },
    number: { kind: 'text' },
  },
}

/**
 * The organisation that the matter concerns: one of "Mina organisationer", or any by its number. "Hämta uppgifter" asks the company
 * register, as "Nästa" does: its answers come as facts, so that nobody can claim what they didn't fetch. Rules never see a sole trader's
 * number, which is a personal number.
 */
export const organisation = questionType({
  type: 'organisation',
  settings: organisationSettings,
  needs: ['organisations', 'companyLookUps'],
  typed: TypedOrganisation,
  empty: nothingTyped,
  answer: () => OrganisationAnswer,
  problems: [
    'forms.problem.unknown-option',
    'forms.problem.business-number',
    ...Object.values(provisionalProblems),
    'forms.problem.choose-firm',
    'forms.problem.postal-code',
    'forms.problem.too-long',
    'forms.missing.text',
  ],
  missing: 'forms.missing.organisation',
  readPosted: (posted, name, _question, before) => {
    const part = (of: keyof TypedOrganisation) =>
      Object.hasOwn(posted, `${name}.${of}`) ? postedText(posted, `${name}.${of}`) : before[of]
    return {
      choice: part('choice'),
      number: part('number'),
      firm: part('firm'),
      name: part('name'),
      street: part('street'),
      postalCode: part('postalCode'),
      city: part('city'),
      role: part('role'),
    }
  },
  // What was fetched has come as facts by now: nothing typed changes.
  act: (typed, what) => (what === fetchAction ? { typed } : undefined),
  parse: readOrganisation,
  toTyped: typedFrom,
  rule: {
    type: () => ruleType,
    of: ({ form, active, number }) => ruleValue(form, active, number),
    seen: (typed, question, facts) => {
      const standing = standingOf(typed, question, facts)
      return ruleValue(formOf(standing), standing.firm?.active, standing.number)
    },
  },
  Field: OrganisationField,
  summarise: (organisation, _question, texts) => {
    const { number, name, formName, address, role, active, proceedings = [] } = organisation
    const { t } = texts
    const ended = active === false && proceedings.length === 0
    return {
      kind: 'pairs',
      pairs: [
        { label: t('forms.organisation.name'), value: name },
        ...(number ? [{ label: t('forms.organisation.number'), value: organisationNumberInWords(number) }] : []),
        ...(formName ? [{ label: t('forms.organisation.form'), value: formName }] : []),
        ...(address ? [{ label: t('forms.organisation.address'), value: addressLine(address) }] : []),
        ...(role ? [{ label: t('forms.organisation.role'), value: role }] : []),
        ...proceedings.map((proceeding) => ({
          label: t('forms.organisation.proceedings'),
          value: proceedingInWords(proceeding, texts),
        })),
        ...(ended ? [{ label: t('forms.organisation.proceedings'), value: t('forms.organisation.inactive') }] : []),
      ],
      note: provenance(organisation.fetched?.at, texts),
    }
  },
})

function ruleValue(form: LegalForm | undefined, active: boolean | undefined, number: string | undefined): RuleValue {
  if (form === undefined && active === undefined && number === undefined) return null
  return { form: form ?? null, active: active ?? null, number: number?.length === 10 ? number : null }
}
