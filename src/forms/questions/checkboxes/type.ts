import { z } from 'zod'
import { questionType } from '../../define-question-type.ts'
import { postedText, postedTexts } from '../../posted-form.ts'
import type { QuestionWith } from '../../question.ts'
import { answer, nothing, type Parsed, type SettingsFault, wrong } from '../../question-type.ts'
import { choicesOnPaper } from '../choices-on-paper.ts'
import { optionFaults, optionIds } from '../options.ts'
import {
  allIds,
  type ChosenOption,
  chosenInWords,
  chosenOption,
  idOf,
  otherFaults,
  otherProblems,
  readOther,
  textOf,
} from '../other-option.ts'
import { CheckboxesField } from './field.tsx'
import { checkboxesSettings } from './settings.ts'
import { partsOf, TypedOptions } from './typed.ts'

type Asked = QuestionWith<typeof checkboxesSettings>

/** Any number of options within limits; the answer is their ids in the options' own order, the other one last with its text. */
export const checkboxes = questionType({
  type: 'checkboxes',
  settings: checkboxesSettings,
  check: faults,
  typed: TypedOptions,
  empty: [],
  answer: (question) => z.array(chosenOption(question)).readonly(),
  problems: [
    'forms.problem.unknown-option',
    'forms.problem.too-few-chosen',
    'forms.problem.too-many-chosen',
    'forms.problem.exclusive-option',
    ...otherProblems,
  ],
  missing: 'forms.missing.options',
  readPosted: (posted, name, { otherOption }) => {
    const options = postedTexts(posted, name)
    return otherOption ? { options, other: postedText(posted, `${name}.other`) } : options
  },
  parse: (typed, question) => {
    const { options, other } = partsOf(typed, question)
    const chosen = allIds(question).filter((id) => options.includes(id))
    if (options.some((id) => !chosen.includes(id))) return wrong({ key: 'forms.problem.unknown-option' })
    if (chosen.length === 0) return nothing
    return withinLimits(chosen, question) ?? withText(chosen, other, question)
  },
  toTyped: (chosen, { otherOption }) => {
    const options = chosen.map(idOf)
    return otherOption ? { options, other: textOf(chosen.find((one) => typeof one !== 'string')) } : options
  },
  rule: {
    type: (question) => ({ kind: 'choices', values: allIds(question) }),
    of: (chosen) => chosen.map(idOf),
    reading: (question, name) => {
      const { min, max, exclusive, otherOption } = question
      return { kind: 'options', name, values: optionIds(question), other: otherOption, min, max, exclusive }
    },
  },
  inRows: true,
  Field: CheckboxesField,
  summarise: (chosen, question, texts) => ({
    kind: 'list',
    items: chosen.map((one) => chosenInWords(question, one, texts)),
  }),
  paper: (question, texts) => choicesOnPaper(question, texts, question.max !== 1),
})

/** What is wrong with how many and which were ticked; undefined when nothing is. */
function withinLimits(chosen: readonly string[], question: Asked): Parsed<never> | undefined {
  const { options, min, max, exclusive } = question
  const alone = options.find(({ id }) => id === exclusive && chosen.includes(id))
  if (alone) {
    if (chosen.length === 1) return undefined
    return wrong({ key: 'forms.problem.exclusive-option', values: { option: { text: alone.label } } })
  }
  if (min !== undefined && chosen.length < min) return wrong({ key: 'forms.problem.too-few-chosen', values: { min } })
  if (max !== undefined && chosen.length > max) return wrong({ key: 'forms.problem.too-many-chosen', values: { max } })
  return undefined
}

function withText(chosen: readonly string[], other: string, { otherOption }: Asked): Parsed<readonly ChosenOption[]> {
  if (!otherOption || !chosen.includes(otherOption.id)) return answer(chosen)
  const read = readOther(other, otherOption)
  return read.kind === 'answer' ? answer([...chosen.filter((id) => id !== otherOption.id), read.answer]) : read
}

function faults(question: Asked): readonly SettingsFault[] {
  const { min = 1, max, exclusive } = question
  const most = allIds(question).length - (exclusive === undefined ? 0 : 1)
  return [
    ...optionFaults(question),
    ...otherFaults(question),
    ...(min > most ? [{ path: ['min'], message: `there are only ${most} options to combine` }] : []),
    ...(max !== undefined && min > max ? [{ path: ['max'], message: 'is less than min' }] : []),
    ...(exclusive !== undefined && !optionIds(question).includes(exclusive)
      ? [{ path: ['exclusive'], message: `"${exclusive}" is no option` }]
      : []),
  ]
}
