import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeAll, describe, expect, inject, test } from 'vitest'
import { fillService, numberOn, startService, submit, typedIn } from '../support/client/application.ts'
import { ask } from '../support/client/ask.ts'
import { fillBuildingPermit } from '../support/client/building-permit.ts'
import type { Client, Visited } from '../support/client/client.ts'
import { aCitizen, aStaffMember } from '../support/client/people.ts'
import { linksOn, postForm } from '../support/client/post-form.ts'
import { readInbox } from '../support/inbox.ts'
import { asSuperuser } from '../support/installation/superuser.ts'
import { waitFor } from '../support/waiting.ts'
import { findInFiles, findInTables } from './search.ts'

const place = inject('installation')

/** What register and hub tell of the test person and of her child: nobody may ever read it. */
const canaries = ['Kanarina', 'Kanarino', 'Röjdsson', 'Röjda gränden', 'Kanariehamn', '202301012395']

/** Of the protected person, and of somebody whom no other test knows. */
const numbers = { skyddad: '200001252386', dagny: '195501142284' } as const

const register = async (mode: 'ok' | 'fault', number?: string) =>
  await ask(place.simulators, {
    method: 'POST',
    path: '/population-register/faults',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ mode, ...(number && { number }) }),
  })

afterEach(async () => void (await register('ok')))

/** Keeps all that a browser is shown. */
function watched(client: Client) {
  const seen: string[] = []
  const keep = (page: Visited): Visited => {
    seen.push(JSON.stringify(page.headers), page.text, page.url.href)
    return page
  }
  return { client, keep, open: async (path: string) => keep(await client.open(path)), seen: () => seen.join('\n') }
}

/** Opens what a page links to below a path, once each, downloads too. */
async function openBelow(browser: ReturnType<typeof watched>, page: Visited, path: string): Promise<void> {
  const below = new Set(linksOn(page).filter((link) => link.startsWith(path)))
  for (const link of below) await browser.open(link)
}

/** A page without what is the browser's own: who is logged in, which draft it is, and how long the session lasts. */
const withoutSession = ({ text, url }: Visited): string =>
  text
    .replaceAll(url.pathname.split('/')[2] ?? '', 'UTKAST')
    .replaceAll(/Inloggad(?=<)|Dagny Test/g, 'NAMN')
    .replaceAll(/(idle-ends-at|ends-at)="[^"]*"/g, '$1=""')
    .replaceAll(/\b\d{2}\.\d{2}\b/g, 'KLOCKAN')

type Timed = {
  readonly client: Client
  readonly page: Visited
  readonly milliseconds: number
  readonly logged: readonly string[]
}

/** Starts the form that chooses a child; what was shown, how long the first question took, and what was logged of it. */
async function chooseChild(person: 'dagny' | 'skyddad'): Promise<Timed> {
  const client = await aCitizen(place.origin, person)
  if (person === 'dagny') await register('fault', numbers.dagny)
  const linesBefore = (await logLines()).length
  const began = performance.now()
  const page = await startService(client, 'forskoleplats')
  const milliseconds = performance.now() - began
  return { client, page, milliseconds, logged: (await logLines()).slice(linesBefore) }
}

const logLines = async (): Promise<readonly string[]> =>
  (await readFile(join(place.data, 'log', 'main.log'), 'utf8')).split('\n').filter(Boolean)

/** What the log says of such a question, without the time of day. */
const saidOfRegister = (timed: Pick<Timed, 'logged'> | undefined): readonly string[] =>
  (timed?.logged ?? [])
    .filter((line) => line.includes('population-register-incomplete'))
    .map((line) => line.replaceAll(/"time":"[^"]*",?/g, ''))

// First of all: for a minute after it the refusal is remembered.
describe('a protected person, and anybody while the register fails', () => {
  let [protectedOne, other]: readonly Timed[] = []
  beforeAll(async () => {
    protectedOne = await chooseChild('skyddad')
    other = await chooseChild('dagny')
  })

  test('see the same page, letter by letter', () => {
    if (!protectedOne || !other) throw new Error('Nobody has chosen')
    expect(withoutSession(protectedOne.page)).toContain('Vi kan inte hämta alla uppgifter. Kontakta kontaktcenter på')
    expect(withoutSession(protectedOne.page)).toBe(withoutSession(other.page))
    expect(Object.keys(protectedOne.page.headers)).toEqual(Object.keys(other.page.headers))
  })

  test('wait until the same time is over, though one of the answers was known at once', () => {
    // Milliseconds; a timer may come a little early.
    for (const timed of [protectedOne, other]) expect(timed?.milliseconds).toBeGreaterThan(3_990)
  })

  test('leave the same line in the log', () => {
    expect(saidOfRegister(protectedOne)).toEqual([expect.stringContaining('population-register-incomplete')])
    expect(saidOfRegister(protectedOne)).toEqual(saidOfRegister(other))
  })

  test('are answered at once as the form saves itself', async () => {
    for (const { client, page } of [protectedOne, other].flatMap((timed) => timed ?? [])) {
      const linesBefore = (await logLines()).length
      const saved = await client.post(`${page.url.pathname}/autospara`, typedIn(page), { 'hx-request': 'true' })
      const logged = (await logLines()).slice(linesBefore)
      // What is not remembered is asked anew, and waited for: then the log says so.
      expect([saved.status, saidOfRegister({ logged })]).toEqual([200, []])
    }
  })
})

/** Applies with somebody else, and goes on to sign; what was shown, how long it took, and what was logged of it. */
async function askToSign(other: 'dagny' | 'skyddad'): Promise<Timed> {
  const client = await aCitizen(place.origin, 'ada')
  const { review } = await fillBuildingPermit(client, [other])
  if (other === 'dagny') await register('fault', numbers.dagny)
  const linesBefore = (await logLines()).length
  const began = performance.now()
  const page = await client.post(review)
  const milliseconds = performance.now() - began
  // The log is written a little after the answer; the request's own line comes last.
  const logged = await waitFor('the line of the request', 10_000, async () => {
    const lines = (await logLines()).slice(linesBefore)
    return lines.some((line) => line.includes('"POST"') && line.includes('/utkast/:draft/granska')) ? lines : undefined
  })
  return { client, page, milliseconds, logged }
}

test('who names somebody protected as a co-applicant is answered as while the register fails: same page, time and line in the log', async () => {
  const [named, faulty] = [await askToSign('skyddad'), await askToSign('dagny')]
  const shown = ({ page }: Timed): string =>
    withoutSession(page)
      .replaceAll(/Skyddad Person|Dagny Test|NAMN/g, 'MEDSÖKANDE')
      .replaceAll(/\d{8}-\d{4}/g, 'NUMMER')
  expect(shown(named)).toContain('Vi kan inte hämta alla uppgifter. Kontakta kontaktcenter på')
  expect(shown(named)).toBe(shown(faulty))
  expect(Object.keys(named.page.headers)).toEqual(Object.keys(faulty.page.headers))
  // Milliseconds; a timer may come a little early.
  for (const { milliseconds } of [named, faulty]) expect(milliseconds).toBeGreaterThan(3_990)
  expect(saidOfRegister(named)).toEqual([expect.stringContaining('population-register-incomplete')])
  expect(saidOfRegister(named)).toEqual(saidOfRegister(faulty))
})

test('of somebody protected, what register and hub tell is found in no page, table, file, log line or letter', async () => {
  const linesBefore = (await logLines()).length
  const citizen = watched(await aCitizen(place.origin, 'skyddad'))
  const service = 'parkeringstillstand'
  for (const path of [
    '/',
    '/mina-sidor',
    '/mina-sidor/uppgifter',
    '/mina-sidor/organisationer',
    '/mina-sidor/notiser',
  ]) {
    await citizen.open(path)
  }
  citizen.keep(await startService(citizen.client, 'forskoleplats'))
  const draft = await fillService(citizen.client, service)
  await citizen.open(draft.review)
  const receipt = citizen.keep(await citizen.client.follow(await submit(draft)))
  const number = numberOn(receipt)
  const mine = receipt.url.pathname.replace(/\/kvittens$/, '')
  const theirs = mine.replace('/mina-sidor', '/handlaggning')
  await postForm(citizen.client, `${mine}/meddelanden`, { writer: () => 'Ett meddelande' })
  for (const path of ['', '/meddelanden', '/historik', '/visa', '/pdf']) await citizen.open(mine + path)

  const hugo = watched(await aStaffMember(place.origin, 'hugo'))
  const list = await hugo.open('/handlaggning/arenden?vy=alla')
  expect(list.text).toContain(number)
  await hugo.open('/handlaggning')
  const desk = await hugo.open(theirs)
  expect(desk.text).toContain('Skyddade personuppgifter</h2>')
  expect(desk.text).toContain('Skyddad uppgift')
  await postForm(hugo.client, theirs, { to: `${theirs}/ta` })
  await postForm(hugo.client, `${theirs}/meddelanden`, { writer: () => 'Ett svar' })
  await openBelow(hugo, await hugo.open(theirs), theirs)

  await asSuperuser(place, 'checkpoint')
  for (const canary of canaries) {
    for (const { seen } of [citizen, hugo]) expect(seen()).not.toContain(canary)
    expect(await findInTables(place, canary)).toEqual([])
    // The stand-in for the register is no part of the product, and knows what it is asked to tell.
    expect(await findInFiles(place, canary)).toEqual([])
    expect(JSON.stringify(await readInbox(place))).not.toContain(canary)
  }
  const log = (await logLines()).slice(linesBefore).join('\n')
  expect(log).not.toMatch(/protected|skydd/i)
  expect(log).not.toContain(numbers.skyddad)
  // No letter has gone to whoever hasn't asked for any.
  expect((await readInbox(place)).filter(({ subject, text }) => `${subject} ${text}`.includes(number))).toEqual([])

  const reads = await asSuperuser<{ protected: boolean }>(
    place,
    `select (data ->> 'protected')::boolean as protected from audit.entry where action = 'case.read' and subject = $1`,
    [mine.split('/').at(-1)],
  )
  expect(reads.length).toBeGreaterThan(4)
  expect(new Set(reads.map((read) => read.protected))).toEqual(new Set([true]))

  for (const username of ['mira', 'alma', 'karin']) {
    const other = watched(await aStaffMember(place.origin, username))
    for (const path of ['', '/meddelanden', '/fordela', '/status', '/komplettering', '/pdf', '/inskickat/1/json']) {
      expect((await other.open(theirs + path)).status).toBe(404)
    }
    await other.open('/handlaggning/arenden?vy=alla')
    expect(other.seen()).not.toContain(number)
  }
})
