/** Every way to end a line, in Unicode as well. */
const lineEnds = /\r\n|[\r\n\v\f\u0085\u2028\u2029]/

/**
 * What nobody sees: control characters, and code points that are ignored when text is shown (Unicode: Default_Ignorable_Code_Point), among them those that
 * turn the direction of writing. Left are the two that join letters in some scripts, and the parts of an emoji.
 */
const unseen = /[[\p{Cc}\p{Default_Ignorable_Code_Point}]--[\t\u200c\u200d]]/gv

/** Spaces of every kind, and the Braille pattern without dots, which looks like one. */
const spaces = /[\s\u2800]+/g

/** Marks above and below one letter; more than these cover the lines around it. */
const piledMarks = /(\p{M}{4})\p{M}+/gu

/**
 * What somebody has written, as lines in which everything is seen and nothing stands elsewhere than it seems to: no control characters, nothing invisible, no
 * turned direction, no empty lines or wide spaces that push the rest out of sight.
 */
export const harmlessLines = (text: string): readonly string[] =>
  text
    .toWellFormed()
    .normalize('NFC')
    .split(lineEnds)
    .map((line) => line.replace(unseen, '').replace(spaces, ' ').replace(piledMarks, '$1').trim())
    .filter((line) => line !== '')
