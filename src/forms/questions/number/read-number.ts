export { readNumber } from '../../rules/read-number.ts'

/** A number as a Swede would type it. */
export const writeNumber = (value: number): string =>
  new Intl.NumberFormat('sv-SE', { useGrouping: false, maximumFractionDigits: 6 }).format(value)
