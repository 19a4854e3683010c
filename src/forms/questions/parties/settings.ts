import { LocalizedText } from '../../../platform/texts/localized.ts'
import type { QuestionWith } from '../../question.ts'
import { identitySettings } from '../identity/settings.ts'
import { rowSettings, type WithOutside } from '../rows/settings.ts'

/** More people than these don't apply together; associations and companies are represented by a few. */
export const mostParties = 20

/** The settings of a question about others who take part. */
export const partiesSettings = {
  ...rowSettings(mostParties),
  /** What one of them is in the matter, in the middle of a sentence: "medsökande", "vårdnadshavare". */
  rowName: LocalizedText,
  max: rowSettings(mostParties).max.unwrap().default(5),
  /** In whole years today. */
  minAge: identitySettings.minAge,
} as const

export type PartiesQuestion = QuestionWith<typeof partiesSettings> & WithOutside
