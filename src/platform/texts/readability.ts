/** How hard a Swedish text is to read, and what that was counted from. */
export type Readability = {
  /**
   * Läsbarhetsindex: words a sentence, and of a hundred words those of more than six letters (Björnsson, Läsbarhet, 1968). Under 30 is a
   * children's book, 30–40 fiction and ordinary newspaper prose, 40–50 factual prose, 50–60 trade literature, over 60 an authority's prose.
   */
  readonly lix: number
  readonly words: number
  readonly sentences: number
  readonly longWords: number
}

/** How hard a Swedish text is to read. Each line is at least a sentence: a list's items seldom end with a full stop. A text without words has LIX 0. */
export function readabilityOf(text: string): Readability {
  const sentences = sentencesIn(text)
  const words = sentences.flatMap(wordsIn)
  const longWords = words.filter((word) => lettersIn(word) > 6).length
  const lix = words.length === 0 ? 0 : words.length / sentences.length + (100 * longWords) / words.length
  return { lix: Math.round(lix), words: words.length, sentences: sentences.length, longWords }
}

/** Abbreviations that stand before what they are about, so that their full stop ends no sentence. Those that may end one ("m.m.") do so before a capital. */
const inside: ReadonlySet<string> = new Set(
  'adj bl.a ca d.v.s dvs dr e.kr el enl ev exkl f.d f.k fr.o.m inkl i.o.m jfr m.a.o milj mrd prel resp s.k st sk t.ex tex tfn t.o.m ung vard'.split(
    ' ',
  ),
)

/** The same, but only before a number ("9 kap. 30 §", "kl. 14.30", "nr. 5"): in the law's own way of writing they often end a sentence. */
const beforeNumbers: ReadonlySet<string> = new Set('art bil kap kl mom nr punkt s sid tab tel vol'.split(' '))

/** The sentences of a text, each with at least a word. */
function sentencesIn(text: string): readonly string[] {
  return text.split('\n').flatMap((line) => {
    const sentences: string[] = []
    let begun = 0
    // An end is followed by a space; whatever closes the sentence (quotation mark, bracket) belongs to it.
    for (const end of line.matchAll(/[.!?…]+["”’»)\]]*(?=\s|$)/gu)) {
      const after = end.index + end[0].length
      if (isInside(line.slice(begun, end.index), end[0], line.slice(after))) continue
      sentences.push(line.slice(begun, after))
      begun = after
    }
    return [...sentences, line.slice(begun)].filter((sentence) => wordsIn(sentence).length > 0)
  })
}

/** Whether a full stop stands inside a sentence: after an abbreviation, an initial or an ordinal ("1. "), or before a small letter. */
function isInside(before: string, end: string, after: string): boolean {
  const next = after.trimStart()
  if (next === '' || !/^[.…]/.test(end)) return false
  if (/^\p{Ll}/u.test(next)) return true
  if (end.length > 1) return false
  const last = /[^\s(”"]+$/u.exec(before)?.[0].toLowerCase() ?? ''
  // After a number of its own at the beginning ("2. Skriv …") nothing has been said yet; elsewhere a number may well end a sentence.
  return (
    inside.has(last) ||
    (beforeNumbers.has(last) && /^\d/.test(next)) ||
    /^\p{L}$/u.test(last) ||
    /^\s*\d+$/.test(before)
  )
}

/** Everything between spaces that holds a letter or a figure: an address of a page or of mail is one word, and so is "2010:900". */
const wordsIn = (text: string): readonly string[] => text.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word))

/** Addresses can't be said in shorter words. */
const lettersIn = (word: string): number => (/[@/]|\.\p{L}/u.test(word) ? 0 : (word.match(/\p{L}/gu)?.length ?? 0))
