import { randomBytes } from 'node:crypto'
import { expect, inject, test } from 'vitest'
import { fillIn, type Pair, type Writer } from '../support/client/answers.ts'
import { type FilledDraft, fillService, stepForm } from '../support/client/application.ts'
import { fillBuildingPermit } from '../support/client/building-permit.ts'
import type { Client, Visited } from '../support/client/client.ts'
import { aCitizen, aStaffMember, whoIs } from '../support/client/people.ts'
import { linksOn, postForm } from '../support/client/post-form.ts'
import { sign } from '../support/client/signing.ts'
import { readInbox } from '../support/inbox.ts'
import { asSuperuser } from '../support/installation/superuser.ts'
import { findInFiles, findInTables } from './search.ts'
import { canaryWriter } from './town.ts'

const place = inject('installation')
const aCanary = () => `kanarie${randomBytes(8).toString('hex')}`

/** Every page of staff that shows cases, and the cases' own. */
async function readStaffPages(username: string): Promise<string> {
  const worker = await aStaffMember(place.origin, username)
  const lists = [
    '/handlaggning',
    '/handlaggning/arenden',
    '/handlaggning/arenden?vy=alla',
    '/handlaggning/arenden?vy=ej-fordelade',
  ]
  const texts: string[] = []
  for (const list of lists) {
    const page = await worker.open(list)
    texts.push(page.text)
    for (const path of linksOn(page).filter((link) => /^\/handlaggning\/arenden\/[^/?]+$/.test(link))) {
      texts.push((await worker.get(path)).text, (await worker.get(`${path}/meddelanden`)).text)
    }
  }
  return texts.join('\n')
}

/** A step of a draft in whose fields a word stands. */
async function aStepWith(word: string, { client, id, review }: FilledDraft): Promise<Visited> {
  const steps = linksOn(await client.get(review)).filter((path) => path.startsWith(`/utkast/${id}/`))
  for (const step of steps.filter((path) => !path.endsWith('/ta-bort'))) {
    const page = await client.open(step)
    if (stepForm(page).fields.some(({ value }) => value.includes(word))) return page
  }
  throw new Error(`${word} stands in no field`)
}

/** Lets a citizen's session run out, as if they had been away for half an hour. */
async function endSession(client: Client): Promise<void> {
  const token = /-citizen=([^;]+)/.exec(client.cookieFor('/'))?.[1] ?? ''
  await asSuperuser(place, `update identity.session set idle_ends_at = now() where token_hash = sha256($1)`, [
    Buffer.from(token),
  ])
}

test('what is typed in a draft, by button, by autosave and after the session has ended, is found nowhere', async () => {
  const canary = aCanary()
  const writer = canaryWriter(canary)
  const citizen = await aCitizen(place.origin, 'elsa')
  const draft = await fillService(citizen, 'parkeringstillstand', { writer, hidden: canary })
  const page = await aStepWith(canary, draft)
  const step = page.url.pathname
  const pairs: readonly Pair[] = fillIn(stepForm(page), writer, undefined).map(([name, value]) => [
    name,
    name.startsWith('q.') && value.includes(canary) ? `${value} ändrat` : value,
  ])
  const autosaved = await citizen.post(`${step}/autospara`, pairs, { 'hx-request': 'true' })
  expect([autosaved.status, autosaved.text.includes('ändrat')]).toEqual([200, true])

  await endSession(citizen)
  const late = await citizen.post(step, pairs)
  expect([late.status, late.headers.location]).toEqual([303, '/logga-in?varfor=sparad'])

  await asSuperuser(place, 'checkpoint')
  expect(await findInTables(place, canary)).toEqual([])
  expect(await findInFiles(place, canary)).toEqual([])
  expect(JSON.stringify(await readInbox(place))).not.toContain(canary)
  for (const username of ['hugo', 'alma']) expect(await readStaffPages(username)).not.toContain(canary)
})

test('what waits for signatures, who has signed it, and why somebody won’t, are found nowhere', async () => {
  const [canary, reason] = [aCanary(), aCanary()]
  const [cecilia, nadja] = [await aCitizen(place.origin, 'cecilia'), await aCitizen(place.origin, 'nadja')]
  // Who has new contact details kept for other e-services has agreed to that.
  const writer: Writer = (field) => (field.name.endsWith('.keep') ? '' : canaryWriter(canary)(field))
  const { id, review } = await fillBuildingPermit(cecilia, ['nadja'], { writer, hidden: canary })
  expect((await cecilia.post(review)).headers.location).toBe(`/utkast/${id}/signering`)
  // What Freja answers has the signer's number in it, and the text.
  expect((await sign(cecilia, id, 'freja')).headers.location).toBe(`/utkast/${id}/signering?klart=underskrift`)
  expect((await nadja.open(`/signera/${id}`)).text).toContain(canary)
  await postForm(nadja, `/signera/${id}/avboj`, { writer: () => reason })
  expect((await cecilia.open(`/utkast/${id}/signering`)).text).toContain(reason)

  await asSuperuser(place, 'checkpoint')
  for (const word of [canary, reason, whoIs('cecilia').number, whoIs('nadja').number]) {
    expect([word, await findInTables(place, word)]).toEqual([word, []])
    expect([word, await findInFiles(place, word)]).toEqual([word, []])
    // Where it is sent is what the applicant has written, to that end.
    const letters = (await readInbox(place)).map(({ subject, text }) => `${subject} ${text}`)
    expect(letters.join('\n')).not.toContain(word)
  }
  for (const username of ['karin', 'alma']) expect(await readStaffPages(username)).not.toContain(canary)
})

test('the same search finds what has been sent in, and the case worker sees it', async () => {
  const canary = aCanary()
  const bo = await aCitizen(place.origin, 'bo')
  const draft = await fillService(bo, 'parkeringstillstand', { writer: canaryWriter(canary), hidden: canary })
  await bo.post(draft.review)
  await sign(bo, draft.id, 'freja')
  await asSuperuser(place, 'checkpoint')
  expect(await findInTables(place, canary)).toContain('cases.submission')
  expect(await findInTables(place, whoIs('bo').number)).toContain('cases.signer')
  expect(await findInFiles(place, canary)).toContainEqual(expect.stringMatching(/^postgres\/(base|pg_wal)\//))
  expect(await readStaffPages('hugo')).toContain(canary)
  expect(await readStaffPages('alma')).not.toContain(canary)
})
