import type { Texts } from '../../../platform/texts/texts.ts'
import { held } from '../../json.ts'
import type { QuestionWith } from '../../question.ts'
import type { calculatedSettings } from './settings.ts'

type Asked = QuestionWith<typeof calculatedSettings>

/** A calculated value as people read it. */
export function calculatedInWords(value: number | string, { gives, unit, words }: Asked, texts: Texts): string {
  const { format, pick } = texts
  if (typeof value === 'string') {
    const text = words && held(words, value)
    if (text) return pick(text)
    return gives === 'date' ? format.date(value) : value
  }
  if (gives === 'amount') return format.amount(value)
  return unit ? `${format.number(value)} ${pick(unit)}` : format.number(value)
}
