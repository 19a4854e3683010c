import { z } from 'zod'
import type { TextKey } from '../../../platform/texts/catalogue.ts'
import { questionType } from '../../define-question-type.ts'
import { readEmail } from '../../formats/email.ts'
import { phoneInWords, readPhone } from '../../formats/phone.ts'
import { readPostalCode } from '../../formats/postal-code.ts'
import { cleanLine, countOver } from '../../plain-text.ts'
import { postedText } from '../../posted-form.ts'
import { answer, nothing, wrong } from '../../question-type.ts'
import { TextQuestionField } from './field.tsx'
import { textSettings } from './settings.ts'

type Format = {
  readonly read: (typed: string) => string | undefined
  readonly problem: TextKey
}

const formats: Readonly<Record<'email' | 'phone' | 'postal-code', Format>> = {
  email: { read: readEmail, problem: 'forms.problem.email' },
  phone: { read: readPhone, problem: 'forms.problem.phone' },
  'postal-code': { read: readPostalCode, problem: 'forms.problem.postal-code' },
}

/** An answer on one line, of a certain format when the question says so. */
export const text = questionType({
  type: 'text',
  settings: textSettings,
  typed: z.string(),
  empty: '',
  answer: () => z.string(),
  problems: ['forms.problem.too-long', ...Object.values(formats).map(({ problem }) => problem)],
  missing: 'forms.missing.text',
  readPosted: postedText,
  parse: (typed, { format, maxLength }) => {
    const line = cleanLine(typed)
    if (line === '') return nothing
    const count = countOver(line, maxLength)
    if (count !== undefined) return wrong({ key: 'forms.problem.too-long', values: { max: maxLength, count } })
    if (format === 'none') return answer(line)
    const read = formats[format].read(line)
    return read === undefined ? wrong({ key: formats[format].problem }) : answer(read)
  },
  toTyped: (line, { format }) => inWords(line, format),
  Field: TextQuestionField,
  summarise: (line, { format }) => ({ kind: 'text', text: inWords(line, format) }),
})

const inWords = (line: string, format: string): string => (format === 'phone' ? phoneInWords(line) : line)
