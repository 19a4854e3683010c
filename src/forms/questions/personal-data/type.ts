import { questionType } from '../../define-question-type.ts'
import { withoutAnswer } from '../without-answer.ts'
import { PersonalDataField } from './field.tsx'
import { personalDataSettings } from './settings.ts'

/** A block that tells how personal data is processed; where a consent is asked for, a `consent` question stands below it. */
export const personalData = questionType({
  type: 'personal-data',
  settings: personalDataSettings,
  ...withoutAnswer,
  Field: PersonalDataField,
  // The whole form tells it once, from the service's own definition.
  paper: () => undefined,
})
