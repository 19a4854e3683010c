import type { Texts } from '../../../platform/texts/texts.ts'
import { birthDateOf, identityNumberInWords, readIdentityNumber } from '../../formats/identity-number.ts'

/**
 * How a number that was typed with ten digits is understood, on the day `today` (`YYYY-MM-DD`): the century is a guess, and who wrote it must see which. Nothing is
 * said of any other.
 */
export function readAs(typed: string, today: string, { t, format }: Texts): readonly string[] {
  if (typed.replaceAll(/\D/g, '').length !== 10) return []
  const read = readIdentityNumber(typed, today)
  if (read === undefined) return []
  const number = identityNumberInWords(read)
  const birth = birthDateOf(read)
  return birth === undefined
    ? [t('forms.identity.read-as', { number })]
    : [t('forms.identity.read-as-born', { number, date: format.date(birth) })]
}
