import { expect, test } from 'vitest'
import { lettersIn, structureOf } from '../testing/pdf-text.ts'
import { aSubmitted, permitAnswers } from '../testing/permit.ts'
import { setCopy } from './set-copy.ts'

const letterhead = { municipality: 'Exempelköping', colour: '#0b5c4a' }
const timeZone = 'Europe/Stockholm'
const squeezed = (text: string) => text.replace(/\s/g, '')
const set = async (changes: Parameters<typeof aSubmitted>[0] = {}) =>
  await setCopy(aSubmitted(changes), letterhead, { timeZone })

test('holds everything that was sent in', async () => {
  const letters = lettersIn(await set())
  for (const words of [
    'Exempelköping',
    'Kopia av inskickad handling',
    'Ansök om parkeringstillstånd för rörelsehindrad',
    'Ärendenummer 2027-000123',
    'Inkom 3 mars 2027 kl. 14.30',
    'Första handlingen i ärendet',
    'Inskickad av Ada Exempel',
    'Adress: Ekvägen 4, 900 01 Exempelköping',
    'Söker du för dig själv? Ja',
    'Är du förare eller passagerare? Passagerare',
    'Jag har artros i båda knäna.',
    '–Käpp eller kryckor –Rullstol',
    '1 204,5 meter',
    'Något mer vi behöver veta? Inget svar',
    'Läkarintyg Ada Exempel.pdf (1,2 MB)',
    `Läkarintyg Ada Exempel.pdf ${'ab12cd34'.repeat(8)} application/pdf 1,2 MB`,
    `Svarens kontrollsumma (SHA-256) ${'0f'.repeat(32)}`,
    'Sida 1 av 2',
  ]) {
    expect(letters).toContain(squeezed(words))
  }
  expect(letters).not.toContain('Skickadesinutaninloggning')
})

test('leaves out the question that was not asked', async () => {
  const { vanta, ...answers } = permitAnswers()
  const asked = aSubmitted().asked.filter((id) => id !== 'vanta')
  const letters = lettersIn(await set({ answers: { ...answers, forare: 'forare' }, asked }))
  expect(vanta).toBeDefined()
  expect(letters).not.toContain(squeezed('Varför kan du inte vänta ensam'))
})

test('tells which supplement it is, and when nobody was logged in', async () => {
  const letters = lettersIn(await set({ sequence: 3, sender: undefined, loggedIn: false, attachments: [] }))
  expect(letters).toContain(squeezed('Komplettering 2'))
  expect(letters).toContain(squeezed('Inskickad av Skickades in utan inloggning'))
  expect(letters).toContain(squeezed('Inga filer bifogades.'))
})

test('says nothing of who sent it when that is protected', async () => {
  expect(lettersIn(await set({ sender: undefined }))).not.toContain('Inskickadav')
})

test.each([
  '#import "@preview/cetz:0.1.0": * #panic("x") #read("/etc/passwd")',
  '*fet* _kursiv_ `kod` $x^2$ = Rubrik == Under - punkt + ett / term: ord',
  '@referens <etikett> \\u{41} \\ \\\\ // kommentar /* mer */ ~ -- --- ... "citat" \'enkelt\'',
  '#{ } [ ] #sys.inputs #context here() ]) #eval("1")',
  '{"json": [1, "två\\n"]} {{mall}} %s &amp; <b>html</b>',
  'fi ffi fl AV To åäö ÅÄÖ é ü ß ł ş ğ Ø æ ŋ Ж Ω ẳ',
])('prints %j as it was written, wherever it stands', async (hostile) => {
  const answers = permitAnswers(hostile)
  const name = `${hostile.replaceAll('/', '')}.pdf`
  const letters = lettersIn(
    await set({
      answers,
      sender: hostile,
      attachments: [{ name, mediaType: hostile, size: 1, sha256: Buffer.alloc(32) }],
    }),
  )
  for (const words of [hostile, name]) expect(letters).toContain(squeezed(words))
  expect(letters.split(squeezed(hostile)).length - 1).toBeGreaterThanOrEqual(4)
})

test('writes what the fonts lack as numbers, and says so', async () => {
  const letters = lettersIn(
    await set({ answers: permitAnswers('Tack 😀 中 \u202efdp.exe \ud800 \u0007 \ue000 a\u00adb\u200dc') }),
  )
  expect(letters).toContain('Tack[U+1F600][U+4E2D][U+202E]fdp.exe[U+D800][U+0007][U+E000]abc')
  expect(letters).toContain(squeezed('nummer i Unicode'))
  expect(lettersIn(await set())).not.toContain(squeezed('nummer i Unicode'))
})

test('loses nothing of a text that goes over several pages, nor of words that are wider than the page', async () => {
  const words = `${'Mina knän bär inte. '.repeat(400)}\n\n${'W'.repeat(500)}\nhttps://exempel.se/${'q'.repeat(400)}`
  const letters = lettersIn(await set({ answers: { ...permitAnswers(), beskriv: words } }))
  const count = (part: string) => letters.split(part).length - 1
  expect([count(squeezed('Mina knän bär inte.')), count('W'), count('q')]).toEqual([400, 500, 400])
  expect(letters).toMatch(/Sida2av[4-9]/)
})

test('is PDF/A-2a: tagged, titled, in Swedish', async () => {
  const structure = structureOf(await set())
  for (const mark of [
    '<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>',
    '/MarkInfo <<\n    /Marked true',
    '/Lang (sv)',
    '<dc:language><rdf:Bag><rdf:li>sv</rdf:li>',
    '<dc:title><rdf:Alt><rdf:li xml:lang="x-default">Ansök om parkeringstillstånd för rörelsehindrad</rdf:li>',
    ...['H1', 'Table', 'TH', 'TD', 'L', 'LI', 'P'].map((tag) => `/S /${tag}\n`),
  ]) {
    // Not `toContain`: what it would print of a failure is the whole file.
    expect(structure.includes(mark), mark).toBe(true)
  }
})

test('passes the rules for accessible documents, too', async () => {
  const pdf = await setCopy(aSubmitted(), letterhead, { timeZone, standard: 'ua-1' })
  for (const mark of ['<pdfuaid:part>1</pdfuaid:part>', '/DisplayDocTitle true']) {
    expect(structureOf(pdf).includes(mark), mark).toBe(true)
  }
})

test('is the same, byte for byte, whenever it is made', async () => {
  const first = await set()
  expect((await set({ answers: permitAnswers('Något annat.') })).equals(first)).toBe(false)
  expect((await set()).equals(first)).toBe(true)
  expect(structureOf(first).includes('<xmp:CreateDate>2027-03-03T13:30:00')).toBe(true)
})

test('holds no name outside its pages', async () => {
  expect(structureOf(await set()).includes('Ada')).toBe(false)
})

test('carries the mark of the municipality', async () => {
  const mark =
    '<svg viewBox="0 0 44 50" xmlns="http://www.w3.org/2000/svg"><path d="M2 2h40v26z" fill="#123456"/></svg>'
  const marked = await setCopy(aSubmitted(), { ...letterhead, mark }, { timeZone })
  expect(marked.equals(await set())).toBe(false)
  expect(lettersIn(marked)).toBe(lettersIn(await set()))
})
