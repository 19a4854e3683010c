import { z } from 'zod'
import type { Texts } from '../../platform/texts/texts.ts'
import { postedText } from '../posted-form.ts'
import { answer, nothing, type Parsed, wrong } from '../question-type.ts'
import { type Option, Options, optionFaults, optionIds, optionLabel } from './options.ts'

type WithOptions = { readonly options: readonly Option[] }

/** What radio buttons and a drop-down list have in common: one of a closed set of options, typed and answered as its id. */
export const oneOption = {
  settings: { options: Options },
  check: optionFaults,
  typed: z.string(),
  empty: '',
  answer: (question: WithOptions) => z.enum(optionIds(question)),
  problems: ['forms.problem.unknown-option'],
  missing: 'forms.missing.option',
  readPosted: postedText,
  parse: (typed: string, question: WithOptions): Parsed<string> => {
    if (typed === '') return nothing
    return optionIds(question).includes(typed) ? answer(typed) : wrong({ key: 'forms.problem.unknown-option' })
  },
  toTyped: (id: string) => id,
  comparable: {
    values: optionIds,
    chosen: (typed: string, question: WithOptions) => optionIds(question).filter((id) => id === typed),
  },
  summarise: (id: string, question: WithOptions, texts: Texts) =>
    ({ kind: 'text', text: optionLabel(question, id, texts) }) as const,
} as const
