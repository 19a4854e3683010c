import { describe, expect, it } from 'vitest'
import { readabilityOf } from './readability.ts'

const sentencesOf = (text: string) => readabilityOf(text).sentences

describe('LIX', () => {
  it('is words a sentence and long words of a hundred', () => {
    expect(readabilityOf('Du kan ansöka när du vill. Handläggaren skriver till dig.')).toEqual({
      // 5 words a sentence; “Handläggaren” and “skriver” are 20 of a hundred.
      lix: 25,
      words: 10,
      sentences: 2,
      longWords: 2,
    })
  })

  it('is 0 for what has no words', () => {
    expect(readabilityOf(' – \n')).toEqual({ lix: 0, words: 0, sentences: 0, longWords: 0 })
  })

  it('counts letters alone, and an address as one short word', () => {
    const { words, longWords } = readabilityOf(
      'Lag (2017:725), kontaktcenter@exempel.example eller https://exempel.example/blanketter – tack!',
    )
    expect({ words, longWords }).toEqual({ words: 6, longWords: 0 })
  })

  it('takes å, ä and ö in whichever form they are written', () => {
    expect(readabilityOf('åäöåäö').longWords).toBe(0)
    expect(readabilityOf('åäöåäöå').longWords).toBe(1)
    expect(readabilityOf('åäöåäö'.normalize('NFD'))).toEqual(readabilityOf('åäöåäö'))
  })
})

describe('a sentence', () => {
  it.each([
    ['Ta med t.ex. pass. Kom i tid.', 2],
    ['Vi svarar bl.a. Anna och Bo.', 1],
    ['Kom kl. 14.30 på dagen.', 1],
    ['Se 9 kap. 30 § i lagen.', 1],
    ['Det står i lagen, 6 kap. Du kan klaga.', 2],
    ['Ta med pass m.m. Kom sedan hit.', 2],
    ['Ta med pass m.m. och kom hit.', 1],
    ['Det kostar 1.5 gånger så mycket.', 1],
    ['Rätten gäller A. Svensson.', 1],
    ['1. Skriv ditt namn.', 1],
    ['Det kostar 350. Betala i förväg.', 2],
    ['Vill du söka? Ja! Gör det…', 3],
    ['Han sa ”kom.” Sedan gick han.', 2],
    ['Vänta lite ... så kommer svaret.', 1],
    ['Vänta ... Svaret kommer.', 2],
    ['Ta med:\n– pass\n– foto\n\nKom i tid', 4],
    ['Ingen punkt', 1],
  ])('%s', (text, sentences) => {
    expect(sentencesOf(text)).toBe(sentences)
  })
})
