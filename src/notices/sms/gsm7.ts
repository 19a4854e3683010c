/** GSM 03.38's default alphabet: what a phone gets in seven bits a character. */
const basic = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
)

/** Its extension: characters that take the place of two. */
const extended = new Set('^{}\\[~]|€')

/** What isn't a letter with marks on it, and is written otherwise. */
const plain: ReadonlyMap<string, string> = new Map(
  Object.entries({
    '‘’‚‛′`´': "'",
    '“”„‟″«»': '"',
    '‐‑‒–—―−': '-',
    '…': '...',
    '⁄': '/',
    '•·': '-',
    ł: 'l',
    Ł: 'L',
    đð: 'd',
    ĐÐ: 'D',
    ı: 'i',
    œ: 'oe',
    Œ: 'OE',
    þ: 'th',
    Þ: 'Th',
    ẞ: 'ß',
    '×': 'x',
  }).flatMap(([characters, written]) => [...characters].map((character) => [character, written] as const)),
)

/** Septets that a part of a message holds: alone, and with what joins it to the others (3GPP TS 23.040). */
const alone = 160
const joined = 153

/** Most parts that a message of ours has: each is paid for, and a notice says nothing that needs more. */
const mostParts = 2

const ending = '...'

/** A text in GSM 03.38: quotes, dashes and letters that it lacks are written in plain ones, a letter of another alphabet as `?`, and pictures not at all. */
export const toGsm7 = (text: string): string => [...text.normalize('NFC')].map(written).join('')

function written(character: string): string {
  if (basic.has(character) || extended.has(character)) return character
  const known = plain.get(character)
  if (known !== undefined) return known
  if (/\s/.test(character)) return ' '
  const bare = [...character.normalize('NFKD').replace(/\p{M}/gu, '')]
  const parts = bare.map((part) => (basic.has(part) ? part : (plain.get(part) ?? '')))
  if (parts.length > 0 && !parts.includes('')) return parts.join('')
  return /[\p{L}\p{N}]/u.test(character) ? '?' : ''
}

/** Characters that count as two where they are from the extension. */
const septetsOf = (character: string): number => (extended.has(character) ? 2 : 1)

/** How many parts a text of GSM 03.38 is sent in. No part ends between the two halves of a character. */
export function partsOf(text: string): number {
  const characters = [...text]
  if (characters.reduce((sum, character) => sum + septetsOf(character), 0) <= alone) return 1
  let parts = 1
  let filled = 0
  for (const character of characters) {
    const size = septetsOf(character)
    if (filled + size > joined) {
      parts += 1
      filled = 0
    }
    filled += size
  }
  return parts
}

/** A text as it is sent: in GSM 03.38, and cut with "..." where it would need more than two parts. */
export function toSmsText(text: string): string {
  const whole = toGsm7(text)
  if (partsOf(whole) <= mostParts) return whole
  const characters = [...whole]
  // The longest that fits; a text is seldom much too long.
  let length = Math.min(characters.length, joined * mostParts)
  while (partsOf(characters.slice(0, length).join('').trimEnd() + ending) > mostParts) length -= 1
  return characters.slice(0, length).join('').trimEnd() + ending
}
