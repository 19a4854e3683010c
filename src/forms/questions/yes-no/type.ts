import { z } from 'zod'
import { questionType } from '../../define-question-type.ts'
import { postedText } from '../../posted-form.ts'
import { answer, nothing, wrong } from '../../question-type.ts'
import { YesNoField } from './field.tsx'

/** Yes or no; the answer is true or false. */
export const yesNo = questionType({
  type: 'yes-no',
  settings: {},
  typed: z.string(),
  empty: '',
  answer: () => z.boolean(),
  problems: ['forms.problem.unknown-option'],
  missing: 'forms.missing.option',
  readPosted: postedText,
  parse: (typed) => {
    if (typed === '') return nothing
    if (typed !== 'yes' && typed !== 'no') return wrong({ key: 'forms.problem.unknown-option' })
    return answer(typed === 'yes')
  },
  toTyped: (yes) => (yes ? 'yes' : 'no'),
  rule: {
    type: () => ({ kind: 'boolean' }),
    of: (yes) => yes,
    typed: (value) => (value === true ? 'yes' : value === false ? 'no' : ''),
    reading: (_question, name) => ({ kind: 'yes-no', name }),
  },
  inRows: true,
  Field: YesNoField,
  summarise: (yes, _question, { t }) => ({ kind: 'text', text: t(yes ? 'forms.yes' : 'forms.no') }),
  paper: (_question, { t }) => ({
    kind: 'choices',
    several: false,
    choices: [{ label: t('forms.yes') }, { label: t('forms.no') }],
  }),
})
