import { z } from 'zod'
import { questionType } from '../../define-question-type.ts'
import { nothing } from '../../question-type.ts'
import { PersonalDataField } from './field.tsx'
import { personalDataSettings } from './settings.ts'

/** A block that tells how personal data is processed; where a consent is asked for, a `consent` question stands below it. */
export const personalData = questionType({
  type: 'personal-data',
  settings: personalDataSettings,
  asks: false,
  typed: z.null(),
  empty: null,
  answer: () => z.null(),
  problems: [],
  parse: () => nothing,
  toTyped: () => null,
  Field: PersonalDataField,
  summarise: () => ({ kind: 'nothing' }),
})
