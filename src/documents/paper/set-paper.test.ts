import { expect, test } from 'vitest'
import { textsFor } from '../../platform/texts/texts.ts'
import { aPaper } from '../testing/a-paper.ts'
import { lettersIn, structureOf } from '../testing/pdf-text.ts'
import { setPaper } from './set-paper.ts'

const letterhead = { municipality: 'Exempelköping', colour: '#0b5c4a' }
const sv = textsFor('sv', 'Europe/Stockholm')
const en = textsFor('en', 'Europe/Stockholm')
const squeezed = (text: string) => text.replace(/\s/g, '')
const words = (text: string) => ({ sv: text })
const options = ['a', 'b'].map((id) => ({ id, label: words(`Val ${id}`), help: words(`Hjälp ${id}`) }))

/** A form with a question of each kind that looks its own on paper. */
const form = {
  steps: [
    {
      id: 'forst',
      title: words('Först'),
      intro: words('Så här börjar det.'),
      questions: [
        { id: 'namn', type: 'text', label: words('Namn'), help: words('Som i passet'), mandatory: true },
        { id: 'nummer', type: 'text', label: words('Personnummer'), format: 'identity-number' },
        { id: 'ja', type: 'yes-no', label: words('Ja eller nej?') },
        { id: 'val', type: 'radio', label: words('Vilket?'), options, otherOption: { id: 'c', label: words('Annat') } },
        { id: 'fler', type: 'checkboxes', label: words('Vilka?'), options },
        { id: 'kontakt', type: 'contact', label: words('Kontakt'), address: 'shown' },
      ],
    },
    {
      id: 'sedan',
      title: words('Sedan'),
      when: { var: 'ja' },
      questions: [
        { id: 'text', type: 'long-text', label: words('Berätta'), when: { in: [{ var: 'val' }, ['a', 'b']] } },
        { id: 'dag', type: 'date', label: words('Vilken dag?'), when: { '<': [{ var: 'facts.age' }, 18] } },
        { id: 'tid', type: 'date-interval', label: words('Hur länge?'), when: { has: [{ var: 'fler' }, 'b'] } },
        { id: 'langd', type: 'number', label: words('Hur långt?'), unit: words('meter') },
        { id: 'upplysning', type: 'information', label: words('Bra att veta'), text: words('Det här gäller.') },
        {
          id: 'rader',
          type: 'table',
          label: words('Rader'),
          columns: [
            { id: 'vad', type: 'text', label: words('Vad') },
            { id: 'pris', type: 'amount', label: words('Pris') },
          ],
        },
      ],
    },
  ],
}

const blank = async (texts = sv, settings: Readonly<Record<string, unknown>> = { form }) =>
  await setPaper(aPaper(settings), { letterhead, texts })

const filledIn = {
  code: 'K7QM2XRD',
  asked: ['namn', 'fler', 'mer'],
  answers: { namn: 'Ada #panic("x")', fler: true },
}
const filled = async (texts = sv) => await setPaper(aPaper(), { letterhead, texts, filledIn })

test('the empty form holds every question, and how to answer it by hand', async () => {
  const { pdf, pages } = await blank()
  const letters = lettersIn(pdf)
  for (const part of [
    'Exempelköping Blankett',
    'Provblankett',
    'Posta till Box 17, 900 01 Exempelköping',
    'Receptionen Storgatan 10 (vardagar 9–16)',
    'Det som är märkt med * måste fyllas i.',
    'Först Så här börjar det.',
    'Namn * Som i passet',
    'Personnummer –',
    'Ja eller nej? Sätt ett kryss. Ja Nej',
    'Vilket? Sätt ett kryss. Val a Hjälp a Val b Hjälp b Annat',
    'Vilka? Sätt ett eller flera kryss.',
    'Kontakt Namn Adress E-post Telefonnummer',
    'Sedan Fyll i bara om du svarade ”Ja” på frågan ”Ja eller nej?”.',
    'Berätta Fyll i bara om du svarade ”Val a” eller ”Val b” på frågan ”Vilket?”.',
    'Vilken dag? Fyll i om det gäller dig. –– år, månad, dag',
    'Hur länge? Fyll i bara om du svarade ”Val b” på frågan ”Vilka?”.',
    'meter',
    'Bra att veta Det här gäller.',
    'Rader Vad Pris',
    'Skicka med Kryssa för det du skickar med. Ett intyg',
    'Underskrift Du som provar Jag provar blanketten.',
    'Ort',
    'Datum (år, månad, dag)',
    'Namnteckning Namnförtydligande',
    'Ansvarig: Provnämnden',
    'Dataskyddsombud: dataskydd@prov.example',
    `Version 3 · 3 mars 2027 Sida 1 av ${pages}`,
  ]) {
    expect(letters).toContain(squeezed(part))
  }
  expect(letters).not.toContain(squeezed('Kod K7QM'))
})

test('is set in the reader’s language', async () => {
  const letters = lettersIn((await blank(en, {})).pdf)
  for (const part of ['Paper form', 'Provblankett (English)', 'Signature', 'Version 3 ·', 'Page 1 of']) {
    expect(letters).toContain(squeezed(part))
  }
  expect(structureOf((await blank(en, {})).pdf).includes('/Lang (en)')).toBe(true)
})

test('the filled in form holds the answers, room to sign, and its code on every page', async () => {
  const { pdf, pages } = await filled()
  const letters = lettersIn(pdf)
  for (const part of [
    'Vad heter det? Ada #panic("x")',
    'Vill du säga mer? Ja',
    'Säg mer Inget svar',
    'Ändra inget för hand',
    'Namnteckning',
    'Kod K7QM-2XRD Koden visar vilken version',
  ]) {
    expect(letters).toContain(squeezed(part))
  }
  expect(letters.split(squeezed('Kod K7QM-2XRD Sida')).length - 1).toBe(pages)
})

test.each([
  ['the empty form', blank],
  ['the filled in form', filled],
])('%s is tagged, titled and checked as an accessible document', async (_what, set) => {
  const structure = structureOf((await set()).pdf)
  for (const mark of [
    '<pdfuaid:part>1</pdfuaid:part>',
    '/DisplayDocTitle true',
    '/MarkInfo <<\n    /Marked true',
    '/Lang (sv)',
    '<dc:title><rdf:Alt><rdf:li xml:lang="x-default">Provblankett</rdf:li>',
    '/S /H1\n',
  ]) {
    // Not `toContain`: what it would print of a failure is the whole file.
    expect(structure.includes(mark), mark).toBe(true)
  }
  expect(structure.includes('Ada')).toBe(false)
})

test('can be kept in an archive, too', async () => {
  const { pdf } = await setPaper(aPaper(), { letterhead, texts: sv, filledIn, standard: 'a-2a' })
  expect(structureOf(pdf).includes('<pdfaid:part>2</pdfaid:part>')).toBe(true)
})

test('is the same, byte for byte, whenever it is made', async () => {
  expect((await blank()).pdf.equals((await blank()).pdf)).toBe(true)
  expect((await filled()).pdf.equals((await filled()).pdf)).toBe(true)
})
