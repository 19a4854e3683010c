import { beforeEach, expect, inject, test } from 'vitest'
import { fillIn, ordinary, type Pair } from '../support/client/answers.ts'
import { fillService, fillStep, startService, stepForm, submit, typedIn } from '../support/client/application.ts'
import { ask } from '../support/client/ask.ts'
import type { Client, Visited } from '../support/client/client.ts'
import { aDocument } from '../support/client/files.ts'
import { aCitizen } from '../support/client/people.ts'

const place = inject('installation')
const words = 'Det här har jag skrivit själv, å ä ö & <så> "vidare".'

let client: Client
let step: Visited
beforeEach(async () => {
  client = await aCitizen(place.origin, 'gustav')
  step = await startService(client, 'synpunkt')
})

/** The step as somebody has filled it in, with the words in its long text. */
const filled = (button: string): readonly Pair[] =>
  fillIn(stepForm(step), (field) => (field.name === 'q.beskrivning' ? words : ordinary(field)), button)

const uploadToStep = async (name: string, bytes: Uint8Array) =>
  await client.upload(step.url.pathname, filled('nasta'), [{ field: 'file.bilagor', name, bytes }])

/** What stands in the long text of a page. */
const keptOn = (page: Visited): string | undefined => new Map(typedIn(page)).get('q.beskrivning')

/** A page that says in words what is wrong, linked to the question, with all that was typed. */
function expectKept(page: Visited): void {
  expect(page.status).toBe(422)
  expect(page.text).toMatch(/<title>Fel: /)
  expect(page.text).toContain('href="#q-')
  expect(keptOn(page)).toBe(words)
}

const windowsProgram = Buffer.concat([Buffer.from('MZ\x90\0\x03', 'latin1'), Buffer.alloc(3_000)])
const linuxProgram = Buffer.concat([Buffer.from('\x7fELF\x02\x01\x01', 'latin1'), Buffer.alloc(3_000)])

test.each([
  ['a program renamed to .pdf', 'faktura.pdf', windowsProgram],
  ['another system’s program renamed to .pdf', 'intyg.pdf', linuxProgram],
  ['a page renamed to .pdf', 'sida.pdf', Buffer.from('<html><script>alert(1)</script></html>')],
  [
    'a picture with a script in it',
    'bild.svg',
    Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'),
  ],
  ['an archive renamed to .jpg', 'foto.jpg', Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), Buffer.alloc(500)])],
  ['a long program renamed to .pdf', 'lang.pdf', Buffer.concat([linuxProgram, Buffer.alloc(4_000_000)])],
  ['an empty file', 'tom.pdf', Buffer.alloc(0)],
  ['a file above the limit', 'stor.pdf', Buffer.concat([aDocument().bytes, Buffer.alloc(11_000_000, 32)])],
])('%s is refused in words, and what was typed stays', async (_what, name, bytes) => {
  const answer = await uploadToStep(name, bytes)
  expectKept(answer)
  expect(keptOn(await client.get(step.url.pathname))).toBe(words)
  expect((await client.get(step.url.pathname)).text).not.toContain(`/${name}`)
})

test('an answer of a wrong kind is refused in words and stays as it was typed', async () => {
  const ada = await aCitizen(place.origin, 'ada')
  const permit = await fillStep(ada, await startService(ada, 'parkeringstillstand'))
  // Over what may be filled in already: her details are kept.
  const pairs = fillIn(stepForm(permit), ordinary, 'nasta').map(
    ([name, value]): Pair => [name, name.endsWith('.email') ? 'inte en adress' : value],
  )
  const answer = await ada.post(permit.url.pathname, pairs)
  expect(answer.status).toBe(422)
  expect(typedIn(answer).map(([, value]) => value)).toContain('inte en adress')
  expect(answer.text).toMatch(/<title>Fel: /)
})

test('a text that is too long is refused in words and stays whole', async () => {
  const long = 'Å'.repeat(9_000)
  const pairs = fillIn(stepForm(step), (field) => (field.name === 'q.beskrivning' ? long : ordinary(field)), 'nasta')
  const answer = await client.post(step.url.pathname, pairs)
  expect(answer.status).toBe(422)
  expect(keptOn(answer)).toBe(long)
})

test.each([
  [
    'a form that is cut off',
    'multipart/form-data; boundary=x',
    '--x\r\nContent-Disposition: form-data; name="q.beskrivning"\r\n\r\nhalva',
    400,
  ],
  ['a body of no form', 'application/json', '{"q.beskrivning":"json"}', 400],
  ['a form above all limits', 'application/x-www-form-urlencoded', `q.beskrivning=${'x'.repeat(1_100_000)}`, 413],
])('%s is refused, and what was saved before stays', async (_what, type, body, status) => {
  await client.post(step.url.pathname, filled('spara'))
  const headers = { cookie: client.cookieFor('/'), 'content-type': type, 'sec-fetch-site': 'same-origin' }
  const refused = await ask(place.origin, { method: 'POST', path: step.url.pathname, headers, body })
  expect(refused.status).toBe(status)
  expect(refused.text).toMatch(/<h1[^>]*>/)
  expect(keptOn(await client.get(step.url.pathname))).toBe(words)
})

test('a post from another site is refused in words, and what was saved before stays', async () => {
  await client.post(step.url.pathname, filled('spara'))
  const refused = await client.post(
    step.url.pathname,
    [
      ['q.beskrivning', 'Utifrån'],
      ['shown', 'beskrivning'],
    ],
    {
      'sec-fetch-site': 'cross-site',
    },
  )
  expect(refused.status).toBe(403)
  expect(keptOn(await client.get(step.url.pathname))).toBe(words)
})

test('a message with a file that is refused keeps its text', async () => {
  const sent = await client.follow(await submit(await fillService(client, 'parkeringstillstand')))
  const path = `/mina-sidor/arenden/${sent.url.pathname.split('/')[3]}/meddelanden`
  const answer = await client.upload(
    path,
    [['text', words]],
    [{ field: 'bilagor', name: 'a.pdf', bytes: windowsProgram }],
  )
  expect(answer.headers.location).toBeUndefined()
  expect(answer.text).toContain('å ä ö &amp; &lt;så')
  expect(answer.text).toMatch(/<title>Fel: /)
})
