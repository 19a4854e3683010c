/** Length of the numbers of the countries that are used most; others are held to the standard's limits alone (ISO 13616). */
const lengths: ReadonlyMap<string, number> = new Map([
  ['SE', 24],
  ['NO', 15],
  ['DK', 18],
  ['FI', 18],
  ['DE', 22],
  ['PL', 28],
])

/** An international bank account number without spaces, or undefined when it can't be one (ISO 13616: the remainder by 97 is 1). */
export function readIban(typed: string): string | undefined {
  const iban = typed.toUpperCase().replace(/[\s-]/g, '')
  if (!/^[A-Z]{2}\d{2}[A-Z\d]{11,30}$/.test(iban)) return undefined
  if ((lengths.get(iban.slice(0, 2)) ?? iban.length) !== iban.length) return undefined
  return remainder(`${iban.slice(4)}${iban.slice(0, 4)}`) === 1 ? iban : undefined
}

/** An account number in groups of four. */
export const ibanInWords = (iban: string): string => iban.replace(/(.{4})(?=.)/g, '$1 ')

/** The remainder by 97 of a number in which letters stand for 10 to 35; figure by figure, since it is too long for a computer's number. */
const remainder = (signs: string): number =>
  [...signs].reduce((rest, sign) => {
    const value = Number.parseInt(sign, 36)
    return (rest * (value > 9 ? 100 : 10) + value) % 97
  }, 0)
