import { randomInt } from 'node:crypto'

/**
 * Letters and digits that nobody takes for one another, on paper or by telephone: neither 0, 1, I, L nor O. Their number is a prime, so that
 * the check below finds every wrong character and every two that have changed places.
 */
const alphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'

/** Random characters before the one that checks them: 31⁷ is 27 thousand million codes. */
const drawn = 7

/** A new code: seven random characters, and one that checks them. */
export function newCode(): string {
  const characters = Array.from({ length: drawn }, () => alphabet[randomInt(alphabet.length)] ?? '').join('')
  return `${characters}${checkOf(characters)}`
}

/** The code that somebody typed, with or without hyphen and spaces, in small or capital letters; undefined for what can't be one. */
export function readCode(typed: string): string | undefined {
  const code = typed.toUpperCase().replace(/[\s\p{Dash}]/gu, '')
  const isOne = code.length === drawn + 1 && [...code].every((character) => alphabet.includes(character))
  return isOne && checkOf(code.slice(0, drawn)) === code.slice(drawn) ? code : undefined
}

/** A code as it is printed: `K7QM-2XRD`. */
export const codeInWords = (code: string): string => `${code.slice(0, 4)}-${code.slice(4)}`

/** Makes the sum of the characters' places in the alphabet, each times its own place in the code, a multiple of the alphabet's length. */
function checkOf(characters: string): string {
  const sum = [...characters].reduce((all, character, index) => all + (index + 1) * alphabet.indexOf(character), 0)
  // The check stands at place 8: 8 · check ≡ -sum, and 4 is the inverse of 8 modulo 31.
  return alphabet[(4 * (alphabet.length - (sum % alphabet.length))) % alphabet.length] ?? ''
}
