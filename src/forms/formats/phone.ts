/**
 * A phone number in the international form of E.164 (`+46701234567`), or undefined when it can't be one. A number that
 * begins with a single 0 is Swedish; a foreign one begins with + or 00.
 */
export function readPhone(typed: string): string | undefined {
  const digits = typed.replace(/\(0\)/, '').replace(/[\s\-–./()]/g, '')
  if (/^00[1-9]\d{6,14}$/.test(digits)) return `+${digits.slice(2)}`
  if (/^\+[1-9]\d{6,14}$/.test(digits)) return digits
  return /^0[1-9]\d{5,11}$/.test(digits) ? `+46${digits.slice(1)}` : undefined
}

/** A stored phone number as it is read by people: Swedish ones begin with 0, mobile ones are grouped. */
export function phoneInWords(phone: string): string {
  if (!phone.startsWith('+46')) return phone
  const national = `0${phone.slice(3)}`
  const mobile = /^(07\d)(\d{3})(\d{2})(\d{2})$/.exec(national)
  return mobile ? `${mobile[1]}-${mobile[2]} ${mobile[3]} ${mobile[4]}` : national
}

/** Country codes of Denmark, Sweden, Norway, Iceland and Finland. */
const nordic = /^\+(45|46|47|354|358)/

/** Whether a phone number, typed or stored, is of the Nordic countries: messages to others cost many times more, some by whose number it is. */
export const isNordicPhone = (phone: string): boolean => nordic.test(readPhone(phone) ?? '')
