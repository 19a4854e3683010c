import type { Question } from '../question.ts'
import type { AnyQuestionType } from '../question-type.ts'
import { amount } from './amount/type.ts'
import { attachments } from './attachments/type.ts'
import { calculated } from './calculated/type.ts'
import { checkboxes } from './checkboxes/type.ts'
import { child } from './child/type.ts'
import { consent } from './consent/type.ts'
import { contact } from './contact/type.ts'
import { date } from './date/type.ts'
import { dateInterval } from './date-interval/type.ts'
import { dropDown } from './drop-down/type.ts'
import { identity } from './identity/type.ts'
import { information } from './information/type.ts'
import { longText } from './long-text/type.ts'
import { number } from './number/type.ts'
import { organisation } from './organisation/type.ts'
import { parties } from './parties/type.ts'
import { personalData } from './personal-data/type.ts'
import { place } from './place/type.ts'
import { property } from './property/type.ts'
import { radio } from './radio/type.ts'
import { repeatedGroup } from './repeated-group/type.ts'
import { searchableList } from './searchable-list/type.ts'
import { stop } from './stop/type.ts'
import { table } from './table/type.ts'
import { text } from './text/type.ts'
import { time } from './time/type.ts'
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
  // Their rows hold questions of the other types.
  table(findQuestionType),
  repeatedGroup(findQuestionType),
  parties(findQuestionType),
  amount,
  calculated,
  child,
  consent,
  dateInterval,
  identity,
  organisation,
  personalData,
  place,
  property,
  searchableList,
  stop,
  time,
]

const byName: ReadonlyMap<string, AnyQuestionType> = new Map(questionTypes.map((type) => [type.type, type]))

/** The question type of a name. */
export function findQuestionType(name: string): AnyQuestionType | undefined {
  return byName.get(name)
}

/** The type of a question. Throws for one that no definition has parsed. */
export function typeOf(question: Question): AnyQuestionType {
  const type = findQuestionType(question.type)
  if (!type) throw new Error(`No question type is called ${question.type}`)
  return type
}
