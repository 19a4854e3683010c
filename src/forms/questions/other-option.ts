import { z } from 'zod'
import { LocalizedText } from '../../platform/texts/localized.ts'
import type { Texts } from '../../platform/texts/texts.ts'
import { cleanLine, countOver } from '../plain-text.ts'
import { Id } from '../question.ts'
import { answer, type Parsed, type SettingsFault, wrong } from '../question-type.ts'
import type { Option } from './options.ts'

/** The setting of an option with a text of one's own; `maxLength` in characters as a person counts them. */
export const OtherOption = z
  .strictObject({
    id: Id,
    label: LocalizedText,
    help: LocalizedText.optional(),
    /** What stands above the box; "Skriv ditt eget svar" when absent. */
    textLabel: LocalizedText.optional(),
    maxLength: z.int().min(1).max(1000).default(200),
  })
  .readonly()

type OtherOption = z.infer<typeof OtherOption>

/** Options, perhaps with one more that is answered in one's own words. */
export type WithOther = { readonly options: readonly Option[]; readonly otherOption?: OtherOption | undefined }

/** The answer of who chose the other option: its id and what was written. */
export const OtherAnswer = z.object({ option: z.string(), text: z.string() }).readonly()

/** An option's id, or the other option with its text. */
export type ChosenOption = string | z.infer<typeof OtherAnswer>

/** Shape of one chosen option's answer. */
export function chosenOption({ options, otherOption }: WithOther): z.ZodType<ChosenOption> {
  const ids = z.enum(options.map(({ id }) => id))
  return otherOption
    ? z.union([
        ids,
        OtherAnswer.unwrap()
          .extend({ option: z.literal(otherOption.id) })
          .readonly(),
      ])
    : ids
}

/** Every id that can be chosen, the other option's last. */
export const allIds = ({ options, otherOption }: WithOther): readonly string[] => [
  ...options.map(({ id }) => id),
  ...(otherOption ? [otherOption.id] : []),
]

/** The id of what was chosen. */
export const idOf = (chosen: ChosenOption): string => (typeof chosen === 'string' ? chosen : chosen.option)

/** The text that was written beside an answer; empty when there is none. */
export const textOf = (chosen: ChosenOption | undefined): string =>
  chosen === undefined || typeof chosen === 'string' ? '' : chosen.text

/** What is said of the text beside the other option. */
export const otherProblems = ['forms.problem.other-missing', 'forms.problem.too-long'] as const

/** Reads the text beside the other option, which has been chosen. */
export function readOther(typed: string, { id, maxLength }: OtherOption): Parsed<z.infer<typeof OtherAnswer>> {
  const text = cleanLine(typed)
  if (text === '') return wrong({ part: 'other', key: 'forms.problem.other-missing' })
  const count = countOver(text, maxLength)
  if (count === undefined) return answer({ option: id, text })
  return wrong({ part: 'other', key: 'forms.problem.too-long', values: { max: maxLength, count } })
}

/** What was chosen in words. */
export function chosenInWords({ options, otherOption }: WithOther, chosen: ChosenOption, texts: Texts): string {
  const option = [...options, ...(otherOption ? [otherOption] : [])].find(({ id }) => id === idOf(chosen))
  const label = option ? texts.pick(option.label) : idOf(chosen)
  return typeof chosen === 'string' ? label : texts.t('forms.other.words', { option: label, text: chosen.text })
}

/** Another option that has the id of an ordinary one. */
export const otherFaults = ({ options, otherOption }: WithOther): readonly SettingsFault[] =>
  options.some(({ id }) => id === otherOption?.id)
    ? [{ path: ['otherOption', 'id'], message: `"${otherOption?.id}" is used twice` }]
    : []
