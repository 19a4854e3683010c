import { questionType } from '../../define-question-type.ts'
import { paragraphsOf } from '../link.ts'
import { withoutAnswer } from '../without-answer.ts'
import { InformationField } from './field.tsx'
import { informationSettings } from './settings.ts'

/** A text among the questions that asks nothing. */
export const information = questionType({
  type: 'information',
  settings: informationSettings,
  ...withoutAnswer,
  Field: InformationField,
  paper: ({ text }, { pick }) => ({ kind: 'text', paragraphs: paragraphsOf(pick(text)) }),
})
