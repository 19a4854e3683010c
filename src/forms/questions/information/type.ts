import { z } from 'zod'
import { questionType } from '../../define-question-type.ts'
import { nothing } from '../../question-type.ts'
import { InformationField } from './field.tsx'
import { informationSettings } from './settings.ts'

/** A text among the questions that asks nothing. */
export const information = questionType({
  type: 'information',
  settings: informationSettings,
  asks: false,
  typed: z.null(),
  empty: null,
  answer: () => z.null(),
  problems: [],
  parse: () => nothing,
  toTyped: () => null,
  Field: InformationField,
  summarise: () => ({ kind: 'nothing' }),
})
