import { z } from 'zod'
import { questionType } from '../../define-question-type.ts'
import type { QuestionWith } from '../../question.ts'
import { answer, nothing, type SettingsFault } from '../../question-type.ts'
import { expressionIn } from '../../ruled.ts'
import { CalculatedField } from './field.tsx'
import { calculatedSettings } from './settings.ts'
import { calculatedInWords } from './words.ts'

type Asked = QuestionWith<typeof calculatedSettings>

/** A value that follows from other answers: shown and sent, never typed. */
export const calculated = questionType({
  type: 'calculated',
  settings: calculatedSettings,
  check: faults,
  typed: z.null(),
  empty: null,
  answer: ({ gives }) => {
    if (gives === 'date') return z.iso.date()
    return gives === 'text' ? z.string() : z.number()
  },
  problems: [],
  parse: (_typed, { value }) => (value === undefined ? nothing : answer(value)),
  toTyped: () => null,
  rule: {
    type: ({ gives }) => ({ kind: kindOf(gives) }),
    of: (value) => value,
    reading: ({ value }) => {
      const expression = expressionIn(value)
      return expression === undefined ? undefined : { kind: 'calculated', expression }
    },
  },
  ruled: { value: ({ gives }) => kindOf(gives) },
  inRows: true,
  Field: CalculatedField,
  summarise: (value, question, texts) => ({ kind: 'text', text: calculatedInWords(value, question, texts) }),
  paper: () => undefined,
})

const kindOf = (gives: Asked['gives']) => (gives === 'amount' ? 'number' : gives)

function faults({ value }: Asked): readonly SettingsFault[] {
  return expressionIn(value) === undefined ? [{ path: ['value'], message: 'must be an expression' }] : []
}
