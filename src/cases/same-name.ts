/** Whether two names are made of the same words, in any order, in capitals or not: "EXEMPEL, Bo" is Bo Exempel, and Bo Erik Exempel is not said to be. */
export function isSameName(one: string, other: string): boolean {
  const [words, others] = [wordsOf(one), wordsOf(other)]
  return words.size === others.size && [...words].every((word) => others.has(word))
}

const wordsOf = (name: string): Set<string> =>
  new Set(
    name
      .normalize('NFC')
      .toLocaleLowerCase('sv')
      .split(/[\s,]+/)
      .filter((word) => word !== ''),
  )
