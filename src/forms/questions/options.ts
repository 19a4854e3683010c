import { z } from 'zod'
import { LocalizedText } from '../../platform/texts/localized.ts'
import { Id } from '../question.ts'
import type { SettingsFault } from '../question-type.ts'

const Option = z.strictObject({ id: Id, label: LocalizedText, help: LocalizedText.optional() }).readonly()

/** One thing to choose; its id is the answer. */
export type Option = z.infer<typeof Option>

/** The setting of what can be chosen. */
export const Options = z.array(Option).min(1).readonly()

type WithIds = { readonly options: readonly { readonly id: string }[] }

/** Options whose id is used twice. */
export function optionFaults({ options }: WithIds): readonly SettingsFault[] {
  const seen = new Set<string>()
  return options.flatMap(({ id }, index) => {
    const isTwice = seen.has(id)
    seen.add(id)
    return isTwice ? [{ path: ['options', index, 'id'], message: `"${id}" is used twice` }] : []
  })
}

/** The ids that can be chosen. */
export const optionIds = ({ options }: WithIds): readonly string[] => options.map(({ id }) => id)
