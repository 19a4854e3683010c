import { z } from 'zod'
import { questionType } from '../../define-question-type.ts'
import { postedText } from '../../posted-form.ts'
import { answer, nothing, wrong } from '../../question-type.ts'
import { YesNoField } from './field.tsx'

const values = ['yes', 'no'] as const

/** Yes or no; the answer is true or false, and `when` compares with `yes` and `no`. */
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
  comparable: { values: () => values, chosen: (typed) => values.filter((value) => value === typed) },
  Field: YesNoField,
  summarise: (yes, _question, { t }) => ({ kind: 'text', text: t(yes ? 'forms.yes' : 'forms.no') }),
})
