/** A number as it may be written: decimals with comma or point, thousands with spaces. Undefined when it isn't one, or has more than 12 digits before the decimals: past 15 in all a computer's number is not exact. */
export function readNumber(typed: string): { readonly value: number; readonly decimals: number } | undefined {
  // Plain figures, as most are.
  if (/^\d{1,12}$/.test(typed)) return { value: Number(typed), decimals: 0 }
  const written = /^([+-]?)(\d{1,12})(?:[.,](\d{1,20}))?$/.exec(typed.replace(/\s/g, '').replace(/[−–]/, '-'))
  if (!written) return undefined
  const [, sign = '', whole = '', decimals = ''] = written
  const value = Number(`${sign}${whole}.${decimals || '0'}`)
  return { value: value === 0 ? 0 : value, decimals: decimals.replace(/0+$/, '').length }
}

/** A sum of money without what may be written beside its figures. */
export const withoutCurrency = (typed: string): string => typed.replace(/\s*(?:kr|kronor|sek|:-)$/i, '')
