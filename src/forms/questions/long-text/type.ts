import { z } from 'zod'
import { questionType } from '../../define-question-type.ts'
import { cleanText, countOver } from '../../plain-text.ts'
import { postedText } from '../../posted-form.ts'
import { answer, nothing, wrong } from '../../question-type.ts'
import { LongTextField } from './field.tsx'
import { longTextSettings } from './settings.ts'

/** More lines than these stand on a paper of one's own. */
const linesAtMost = 10

/** An answer in several lines. */
export const longText = questionType({
  type: 'long-text',
  settings: longTextSettings,
  typed: z.string(),
  empty: '',
  answer: () => z.string(),
  problems: ['forms.problem.too-long'],
  missing: 'forms.missing.text',
  readPosted: postedText,
  parse: (typed, { maxLength }) => {
    const text = cleanText(typed)
    if (text === '') return nothing
    const count = countOver(text, maxLength)
    return count === undefined
      ? answer(text)
      : wrong({ key: 'forms.problem.too-long', values: { max: maxLength, count } })
  },
  toTyped: (text) => text,
  Field: LongTextField,
  summarise: (text) => ({ kind: 'paragraphs', paragraphs: text.split(/\n\s*\n/) }),
  paper: ({ maxLength }) => ({ kind: 'lines', count: Math.min(linesAtMost, Math.max(3, Math.ceil(maxLength / 150))) }),
})
