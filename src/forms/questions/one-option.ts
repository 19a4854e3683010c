import { z } from 'zod'
import type { Texts } from '../../platform/texts/texts.ts'
import { cleanLine } from '../plain-text.ts'
import { type PostedForm, postedText } from '../posted-form.ts'
import { answer, nothing, type Parsed, wrong } from '../question-type.ts'
import type { Reading } from '../rules/reading.ts'
import type { RuleValue } from '../rules/value.ts'
import { choicesOnPaper } from './choices-on-paper.ts'
import { Options, optionFaults, optionIds } from './options.ts'
import {
  allIds,
  type ChosenOption,
  chosenInWords,
  chosenOption,
  idOf,
  OtherOption,
  otherFaults,
  otherProblems,
  readOther,
  textOf,
  type WithOther,
} from './other-option.ts'

const WithText = z.object({ option: z.string(), other: z.string() }).readonly()

/** The id that was chosen; with the text of the other option, which is kept while another one is chosen, where there is such an option. */
export type TypedOption = string | z.infer<typeof WithText>

/** What radio buttons and a drop-down list have in common: one of a closed set of options, typed and answered as its id. */
export const oneOption = {
  settings: { options: Options, otherOption: OtherOption.optional() },
  check: (question: WithOther) => [...optionFaults(question), ...otherFaults(question)],
  typed: z.union([z.string(), WithText]),
  empty: '',
  answer: chosenOption,
  problems: ['forms.problem.unknown-option', ...otherProblems],
  missing: 'forms.missing.option',
  readPosted: (posted: PostedForm, name: string, { otherOption }: WithOther): TypedOption => {
    const option = postedText(posted, name)
    return otherOption ? { option, other: postedText(posted, `${name}.other`) } : option
  },
  parse: (typed: TypedOption, question: WithOther): Parsed<ChosenOption> => {
    const { option, other } = partsOf(typed, question)
    if (option === '') return nothing
    if (option === question.otherOption?.id) return readOther(other, question.otherOption)
    return optionIds(question).includes(option) ? answer(option) : wrong({ key: 'forms.problem.unknown-option' })
  },
  toTyped: asTyped,
  rule: {
    type: (question: WithOther) => ({ kind: 'choice', values: allIds(question) }) as const,
    of: idOf,
    typed: (value: RuleValue, question: WithOther) => asTyped(typeof value === 'string' ? value : '', question),
    reading: (question: WithOther, name: string): Reading => ({
      kind: 'option',
      name,
      values: optionIds(question),
      other: question.otherOption,
    }),
  },
  inRows: true,
  summarise: (chosen: ChosenOption, question: WithOther, texts: Texts) =>
    ({ kind: 'text', text: chosenInWords(question, chosen, texts) }) as const,
  paper: (question: WithOther, texts: Texts) => choicesOnPaper(question, texts, false),
} as const

/** The two parts of what was typed. Who writes beside the other option without choosing has chosen it. */
export function partsOf(typed: TypedOption, { otherOption }: WithOther): z.infer<typeof WithText> {
  const parts = typeof typed === 'string' ? { option: typed, other: '' } : typed
  const isWritten = otherOption !== undefined && parts.option === '' && cleanLine(parts.other) !== ''
  return isWritten ? { ...parts, option: otherOption.id } : parts
}

function asTyped(chosen: ChosenOption, { otherOption }: WithOther): TypedOption {
  return otherOption ? { option: idOf(chosen), other: textOf(chosen) } : idOf(chosen)
}
