/** Changes the direction of what follows: shown as a number, so that no file name can pass for another. */
const directing = /[\u202a-\u202e\u2066-\u2069]/u
/** Never visible in itself: soft hyphens, joiners, selectors, marks of order. */
const ignorable = /\p{Default_Ignorable_Code_Point}/u
const lineEnd = /\r\n?|[\u2028\u2029]/gu
const space = /[\t\p{Space_Separator}]/u
/** Control characters, code points for private use, halves of pairs, and what is not a character (yet): PDF/A lets none of them pass. */
const neverText = /\p{Other}/u

/** A text as it can be printed, and whether some of its characters had to be written as numbers. */
export type Printable = { readonly text: string; readonly numbered: boolean }

/**
 * Makes text printable in fonts that cover some code points. An archive's PDF may hold no character that its font can't show
 * (PDF/A-2a, ISO 19005-2 6.2.11.8), so what is not covered is written by its number, `[U+1F600]`: nothing is lost, nothing refused.
 */
export function printableIn(covered: ReadonlySet<number>): (text: string) => Printable {
  return (text) => {
    let numbered = false
    const characters = Array.from(text.normalize('NFC').replace(lineEnd, '\n'), (character) => {
      const point = character.codePointAt(0) ?? 0
      if (character === '\n') return character
      if (space.test(character)) return covered.has(point) ? character : ' '
      if (ignorable.test(character) && !directing.test(character)) return ''
      if (covered.has(point) && !neverText.test(character)) return character
      numbered = true
      return `[U+${point.toString(16).toUpperCase().padStart(4, '0')}]`
    })
    return { text: characters.join(''), numbered }
  }
}

/** Data as JSON in which every string has been made printable; the names of members are ours and stay. */
export function printableJson(
  data: object,
  printable: (text: string) => Printable,
): { readonly json: string; readonly numbered: boolean } {
  let numbered = false
  const json = JSON.stringify(data, (_name, value: unknown) => {
    if (typeof value !== 'string') return value
    const printed = printable(value)
    numbered ||= printed.numbered
    return printed.text
  })
  return { json, numbered }
}
