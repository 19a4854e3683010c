import type { AnyQuestionType } from '../question-type.ts'
import { attachments } from './attachments/type.ts'
import { checkboxes } from './checkboxes/type.ts'
import { contact } from './contact/type.ts'
import { date } from './date/type.ts'
import { dropDown } from './drop-down/type.ts'
import { information } from './information/type.ts'
import { longText } from './long-text/type.ts'
import { number } from './number/type.ts'
import { radio } from './radio/type.ts'
import { text } from './text/type.ts'
import { yesNo } from './yes-no/type.ts'

/** Every type of question there is. A new one is a folder beside this file and a line here. */
export const questionTypes: readonly AnyQuestionType[] = [
  text,
  longText,
  number,
  date,
  yesNo,
  radio,
  checkboxes,
  dropDown,
  contact,
  attachments,
  information,
]

const byName: ReadonlyMap<string, AnyQuestionType> = new Map(questionTypes.map((type) => [type.type, type]))

/** The question type of a name. */
export const findQuestionType = (name: string): AnyQuestionType | undefined => byName.get(name)
