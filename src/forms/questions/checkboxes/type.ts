import { z } from 'zod'
import { questionType } from '../../define-question-type.ts'
import { postedTexts } from '../../posted-form.ts'
import type { QuestionWith } from '../../question.ts'
import { answer, nothing, type SettingsFault, wrong } from '../../question-type.ts'
import { optionFaults, optionIds, optionLabel } from '../options.ts'
import { CheckboxesField } from './field.tsx'
import { checkboxesSettings } from './settings.ts'

type Asked = QuestionWith<typeof checkboxesSettings>

/** Any number of options within limits; the answer is their ids in the options' own order. */
export const checkboxes = questionType({
  type: 'checkboxes',
  settings: checkboxesSettings,
  check: faults,
  typed: z.array(z.string()).readonly(),
  empty: [],
  answer: (question) => z.array(z.enum(optionIds(question))).readonly(),
  problems: [
    'forms.problem.unknown-option',
    'forms.problem.too-few-chosen',
    'forms.problem.too-many-chosen',
    'forms.problem.exclusive-option',
  ],
  missing: 'forms.missing.options',
  readPosted: postedTexts,
  parse: (typed, question) => {
    const chosen = chosenOf(typed, question)
    const [{ min, max }, count] = [question, chosen.length]
    if (typed.some((id) => !chosen.includes(id))) return wrong({ key: 'forms.problem.unknown-option' })
    if (count === 0) return nothing
    const option = question.options.find(({ id }) => id === question.exclusive && chosen.includes(id))
    if (option) {
      const values = { option: { text: option.label } }
      return count > 1 ? wrong({ key: 'forms.problem.exclusive-option', values }) : answer(chosen)
    }
    if (min !== undefined && count < min) return wrong({ key: 'forms.problem.too-few-chosen', values: { min } })
    if (max !== undefined && count > max) return wrong({ key: 'forms.problem.too-many-chosen', values: { max } })
    return answer(chosen)
  },
  toTyped: (chosen) => chosen,
  comparable: { values: optionIds, chosen: chosenOf },
  Field: CheckboxesField,
  summarise: (chosen, question, texts) => ({
    kind: 'list',
    items: chosen.map((id) => optionLabel(question, id, texts)),
  }),
})

function chosenOf(typed: readonly string[], question: Asked): readonly string[] {
  return optionIds(question).filter((id) => typed.includes(id))
}

function faults(question: Asked): readonly SettingsFault[] {
  const { options, min = 1, max, exclusive } = question
  const most = exclusive === undefined ? options.length : options.length - 1
  return [
    ...optionFaults(question),
    ...(min > most ? [{ path: ['min'], message: `there are only ${most} options to combine` }] : []),
    ...(max !== undefined && min > max ? [{ path: ['max'], message: 'is less than min' }] : []),
    ...(exclusive !== undefined && !optionIds(question).includes(exclusive)
      ? [{ path: ['exclusive'], message: `"${exclusive}" is no option` }]
      : []),
  ]
}
