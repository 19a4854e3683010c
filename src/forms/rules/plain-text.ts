// Control characters other than tab and line feed: nobody sees them, and PostgreSQL's jsonb refuses NUL.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const unseen = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g

/** What was typed in several lines as an answer: line feeds only, no control characters, well-formed Unicode, no space around. */
export const cleanText = (typed: string): string =>
  plain.test(typed)
    ? typed.trim()
    : typed.toWellFormed().normalize('NFC').replace(/\r\n?/g, '\n').replace(unseen, '').trim()

/** One line of Latin letters, figures and signs, each of them one code point: nothing but the space around it can be cleaned. */
const plain = /^[\u0020-\u007e\u00a0-\u024f]*$/

/** What was typed on one line as an answer: every run of white space is one space. */
export const cleanLine = (typed: string): string => cleanText(typed).replace(/\s+/g, ' ')

const segmenter = new Intl.Segmenter('sv', { granularity: 'grapheme' })

/** How many characters a text has as a person counts them: a letter with its accent is one, and so is an emoji. */
const countCharacters = (text: string): number => Array.from(segmenter.segment(text)).length

/** How many characters a text has when they are more than `limit`, else undefined. */
export function countOver(text: string, limit: number): number | undefined {
  // Never fewer code units than characters: most texts need no counting.
  const count = text.length > limit ? countCharacters(text) : 0
  return count > limit ? count : undefined
}
