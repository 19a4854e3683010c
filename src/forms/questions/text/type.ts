import { z } from 'zod'
import { questionType } from '../../define-question-type.ts'
import { matchesPattern, patternFault } from '../../formats/own-pattern.ts'
import { identityBoxes, oneLine, type PaperLines } from '../../paper-field.ts'
import { cleanLine, countOver } from '../../plain-text.ts'
import { postedText } from '../../posted-form.ts'
import type { QuestionWith } from '../../question.ts'
import { answer, nothing, type SettingsFault, wrong } from '../../question-type.ts'
import { TextQuestionField } from './field.tsx'
import { formats, provisionalProblems } from './formats.ts'
import { textSettings } from './settings.ts'

type Asked = QuestionWith<typeof textSettings>

/** An answer on one line, of a certain format or pattern when the question says so. */
export const text = questionType({
  type: 'text',
  settings: textSettings,
  check: faults,
  typed: z.string(),
  empty: '',
  answer: () => z.string(),
  problems: [
    'forms.problem.too-long',
    'forms.problem.pattern',
    ...Object.values(formats).map(({ problem }) => problem),
    ...Object.values(provisionalProblems),
  ],
  missing: 'forms.missing.text',
  readPosted: postedText,
  parse: (typed, { format, pattern, maxLength }, { today }) => {
    const line = cleanLine(typed)
    if (line === '') return nothing
    const count = countOver(line, maxLength)
    if (count !== undefined) return wrong({ key: 'forms.problem.too-long', values: { max: maxLength, count } })
    if (pattern && !matchesPattern(line, pattern)) {
      return wrong({ key: 'forms.problem.pattern', values: { message: { text: pattern.message } } })
    }
    if (format === 'none') return answer(line)
    const { read, problem, closer } = formats[format]
    const stored = read(line, today)
    return stored === undefined ? wrong({ key: closer?.(line) ?? problem }) : answer(stored)
  },
  toTyped: inWords,
  rule: {
    type: () => ({ kind: 'text' }),
    of: (line) => line,
    typed: (value) => (typeof value === 'string' ? value : ''),
    // Formats and patterns stay on the server: the page would need all of their readers.
    reading: ({ format, pattern, maxLength }, name) =>
      format === 'none' && !pattern ? { kind: 'text', name, maxLength } : undefined,
  },
  inRows: true,
  Field: TextQuestionField,
  summarise: (line, question) => ({ kind: 'text', text: inWords(line, question) }),
  paper: ({ format }) => onPaper[format] ?? oneLine,
})

/** A box for each character where all answers are of one length. */
const onPaper: Readonly<Partial<Record<Asked['format'], PaperLines>>> = {
  'identity-number': identityBoxes,
  'organisation-number': { kind: 'boxes', groups: [6, 4], between: '–' },
  'postal-code': { kind: 'boxes', groups: [3, 2], between: '' },
}

function inWords(line: string, { format }: Asked): string {
  return format === 'none' ? line : (formats[format].inWords?.(line) ?? line)
}

function faults({ format, pattern, searchable }: Asked): readonly SettingsFault[] {
  const wrongPattern = pattern && patternFault(pattern)
  return [
    ...(wrongPattern ? [{ path: ['pattern', 'matches'], message: wrongPattern }] : []),
    ...(pattern && format !== 'none' ? [{ path: ['pattern'], message: `"${format}" has its own pattern` }] : []),
    ...(searchable && format !== 'none' && formats[format].personal
      ? [{ path: ['searchable'], message: 'who somebody is can not be searched by' }]
      : []),
  ]
}
