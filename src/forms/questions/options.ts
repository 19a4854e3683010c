import { z } from 'zod'
import { LocalizedText } from '../../platform/texts/localized.ts'
import type { Texts } from '../../platform/texts/texts.ts'
import { Id } from '../question.ts'
import type { SettingsFault } from '../question-type.ts'

const Option = z.strictObject({ id: Id, label: LocalizedText, help: LocalizedText.optional() }).readonly()

/** One thing to choose; its id is the answer. */
export type Option = z.infer<typeof Option>

/** The setting of what can be chosen. */
export const Options = z.array(Option).min(1).readonly()

type WithOptions = { readonly options: readonly Option[] }

/** Options whose id is used twice. */
export const optionFaults = ({ options }: WithOptions): readonly SettingsFault[] =>
  options.flatMap(({ id }, index) =>
    options.findIndex((option) => option.id === id) === index
      ? []
      : [{ path: ['options', index, 'id'], message: `"${id}" is used twice` }],
  )

/** The ids that can be chosen. */
export const optionIds = ({ options }: WithOptions): readonly string[] => options.map(({ id }) => id)

/** The label of an option. */
export function optionLabel({ options }: WithOptions, id: string, texts: Texts): string {
  const option = options.find((candidate) => candidate.id === id)
  return option ? texts.pick(option.label) : id
}

/** Options as the design system's fields take them. */
export const choices = ({ options }: WithOptions, texts: Texts) =>
  options.map(({ id, label, help }) => ({ value: id, label: texts.pick(label), help: help && texts.pick(help) }))
