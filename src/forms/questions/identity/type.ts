import { questionType } from '../../define-question-type.ts'
import { identityNumberInWords } from '../../formats/identity-number.ts'
import { dateBoxes, identityBoxes } from '../../paper-field.ts'
import { dateAsTyped, dateProblems, emptyDate } from '../date/typed-date.ts'
import { provisionalProblems } from '../text/formats.ts'
import { ageOf, IdentityAnswer } from './answer.ts'
import { IdentityField } from './field.tsx'
import { readIdentity } from './read-identity.ts'
import { identitySettings } from './settings.ts'
import { emptyIdentity, postedIdentity, TypedIdentity } from './typed.ts'

/**
 * Who somebody other than the one who is logged in is: by number, or by day of birth. The number is checked as such and never looked up, so
 * that nobody learns another person's name or address here.
 */
export const identity = questionType({
  type: 'identity',
  settings: identitySettings,
  check: ({ searchable }) =>
    searchable ? [{ path: ['searchable'], message: 'who somebody is can not be searched by' }] : [],
  needs: ['ownNumber'],
  typed: TypedIdentity,
  empty: emptyIdentity,
  answer: () => IdentityAnswer,
  problems: [
    'forms.problem.identity-number',
    ...Object.values(provisionalProblems),
    'forms.problem.identity-both',
    'forms.problem.oneself',
    'forms.problem.person-too-young',
    'forms.problem.too-late',
    'forms.missing.date',
    ...dateProblems,
  ],
  missing: 'forms.missing.identity',
  readPosted: postedIdentity,
  parse: readIdentity,
  toTyped: ({ number, birthDate }): TypedIdentity => ({
    number: number === undefined ? '' : identityNumberInWords(number),
    none: birthDate === undefined ? '' : 'yes',
    birth: birthDate === undefined ? emptyDate : dateAsTyped(birthDate),
  }),
  rule: {
    type: () => ({ kind: 'parts', parts: { age: { kind: 'number' }, hasNumber: { kind: 'boolean' } } }),
    seen: (typed, question, facts) => {
      const read = readIdentity(typed, question, facts)
      if (read.kind !== 'answer') return null
      return { age: ageOf(read.answer, facts.today) ?? null, hasNumber: read.answer.number !== undefined }
    },
  },
  ruled: { minAge: 'number' },
  inRows: true,
  Field: IdentityField,
  summarise: ({ number, birthDate }, _question, { t, format }) => {
    if (number !== undefined) return { kind: 'text', text: identityNumberInWords(number) }
    return birthDate === undefined
      ? { kind: 'nothing' }
      : { kind: 'text', text: t('forms.identity.born', { date: format.date(birthDate) }) }
  },
  paper: (_question, texts) => ({
    kind: 'parts',
    parts: [
      { label: texts.t('forms.identity.number'), field: identityBoxes },
      { label: texts.t('forms.identity.or-birth-date'), field: dateBoxes(texts) },
    ],
  }),
})
