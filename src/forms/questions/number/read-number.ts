/** A number as it may be written: decimals with comma or point, thousands with spaces. Undefined when it isn't one, or has more than 12 digits before the decimals: past 15 in all a computer's number is not exact. */
export function readNumber(typed: string): { readonly value: number; readonly decimals: number } | undefined {
  const written = /^([+-]?)(\d{1,12})(?:[.,](\d{1,20}))?$/.exec(typed.replace(/\s/g, '').replace(/[−–]/, '-'))
  if (!written) return undefined
  const [, sign = '', whole = '', decimals = ''] = written
  const value = Number(`${sign}${whole}.${decimals || '0'}`)
  return { value: value === 0 ? 0 : value, decimals: decimals.replace(/0+$/, '').length }
}

/** A number as a Swede would type it. */
export const writeNumber = (value: number): string =>
  new Intl.NumberFormat('sv-SE', { useGrouping: false, maximumFractionDigits: 6 }).format(value)
