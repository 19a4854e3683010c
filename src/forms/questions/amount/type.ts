import { z } from 'zod'
import { questionType } from '../../define-question-type.ts'
import { cleanLine } from '../../plain-text.ts'
import { postedText } from '../../posted-form.ts'
import { answer, nothing, wrong } from '../../question-type.ts'
import { withoutCurrency } from '../../rules/read-number.ts'
import { readNumber, writeNumber } from '../number/read-number.ts'
import { AmountField } from './field.tsx'
import { amountSettings } from './settings.ts'

/** A sum of money; the answer is in kronor. */
export const amount = questionType({
  type: 'amount',
  settings: amountSettings,
  check: ({ min, max }) => (max !== undefined && min > max ? [{ path: ['max'], message: 'is less than min' }] : []),
  typed: z.string(),
  empty: '',
  answer: () => z.number(),
  problems: [
    'forms.problem.not-a-number',
    'forms.problem.whole-kronor',
    'forms.problem.decimals',
    'forms.problem.amount-too-small',
    'forms.problem.amount-too-large',
  ],
  missing: 'forms.missing.amount',
  readPosted: postedText,
  parse: (typed, { min, max, ore }) => {
    const line = withoutCurrency(cleanLine(typed))
    if (line === '') return nothing
    const read = readNumber(line)
    if (!read) return wrong({ key: 'forms.problem.not-a-number' })
    if (read.decimals > 0 && !ore) return wrong({ key: 'forms.problem.whole-kronor' })
    if (read.decimals > 2) return wrong({ key: 'forms.problem.decimals', values: { max: 2 } })
    // A limit that an expression sets may have no value (yet).
    if (min !== undefined && read.value < min) {
      return wrong({ key: 'forms.problem.amount-too-small', values: { min: { amount: min } } })
    }
    if (max !== undefined && read.value > max) {
      return wrong({ key: 'forms.problem.amount-too-large', values: { max: { amount: max } } })
    }
    return answer(read.value)
  },
  toTyped: writeNumber,
  rule: {
    type: () => ({ kind: 'number' }),
    of: (kronor) => kronor,
    typed: (value) => (typeof value === 'number' ? writeNumber(value) : ''),
    reading: ({ ore, min, max }, name) => ({ kind: 'number', name, currency: true, decimals: ore ? 2 : 0, min, max }),
  },
  ruled: { min: 'number', max: 'number' },
  inRows: true,
  Field: AmountField,
  summarise: (kronor, _question, { format }) => ({ kind: 'text', text: format.amount(kronor) }),
  paper: (_question, { t }) => ({ kind: 'lines', count: 1, unit: t('forms.amount.unit') }),
})
