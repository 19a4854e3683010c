import type { LocalizedText } from '../../platform/texts/localized.ts'
import type { Texts } from '../../platform/texts/texts.ts'
import type { PaperChoice, PaperField } from '../paper-field.ts'
import type { WithOther } from './other-option.ts'

type Shown = { readonly label: LocalizedText; readonly help?: LocalizedText | undefined }

/** A box to cross for each option, and a line beside the one that is answered in one's own words. */
export function choicesOnPaper({ options, otherOption }: WithOther, texts: Texts, several: boolean): PaperField {
  const choice = ({ label, help }: Shown): PaperChoice => ({
    label: texts.pick(label),
    ...(help && { help: texts.pick(help) }),
  })
  return {
    kind: 'choices',
    several,
    choices: [...options.map(choice), ...(otherOption ? [{ ...choice(otherOption), line: true }] : [])],
  }
}
