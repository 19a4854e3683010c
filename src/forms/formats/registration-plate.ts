/** Letters that ordinary plates have: I, Q, V, Å, Ä and Ö could be read as others. The last one is never O. */
const ordinary = /^[A-HJ-PR-UW-Z]{3}(?!000)\d{2}[\dA-HJ-NPR-UW-Z]$/

/** What looks like an ordinary plate is none of the owner's own making. */
const likeOrdinary = /^[A-ZÅÄÖ]{3}\d{2}[\dA-ZÅÄÖ]$/

/** The owner's own words: two to seven letters and figures, at least one letter. */
const personal = /^(?=.*[A-ZÅÄÖ])[A-ZÅÄÖ\d]{2,7}$/

/** The registration of a Swedish vehicle as it stands on its plate (`ABC 123`, `ABC 12D`, own plates without space), or undefined. */
export function readRegistrationPlate(typed: string): string | undefined {
  const signs = typed.toUpperCase().replace(/[\s-]/g, '')
  if (ordinary.test(signs)) return `${signs.slice(0, 3)} ${signs.slice(3)}`
  return personal.test(signs) && !likeOrdinary.test(signs) ? signs : undefined
}
