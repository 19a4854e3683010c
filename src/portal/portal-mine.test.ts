import { describe, expect, test } from 'vitest'
import { askPage, htmlOf, targetOf } from '../../tests/support/ask-page.tsx'
import { casePath, findCaseRecipients, getCase, requestSupplement } from '../cases/public.ts'
import { aCase, aFormService, aHandler } from '../cases/testing/a-case.ts'
import { aCitizen, aDraft, aVisitor } from '../drafts/testing/a-draft.ts'
import { aCitizenSession } from '../identity/testing/a-session.ts'
import { messagePages, sendMessage } from '../messages/public.ts'
import { noticePages, writeNotices } from '../notices/public.ts'
import { findOwnPerson, listSmsSubscribers } from '../people/public.ts'
import { later, minutes } from '../platform/clock.ts'
import type { Context } from '../platform/context.ts'
import type { EventSink } from '../platform/events/event.ts'
import { redirect } from '../platform/http/answer.ts'
import { testDatabase, testTenants } from '../platform/testing/database.ts'
import { portalPages } from './public.ts'

const database = await testDatabase()
const sink: EventSink = async (ctx, tx, events) =>
  await writeNotices({ findCaseRecipients, listSmsSubscribers })(ctx, tx, events, database.enqueue)
/** Where somebody is led who has to show once more who they are. */
const identifyAgain = async () => redirect('/legitimera')
const pages = [...portalPages({ identifyAgain, offersSms: async () => true }), ...messagePages(), ...noticePages()]
const hugo = database.context({ actor: await aHandler(database), sink })
const newCitizen = async () => database.context({ actor: await aCitizen(database), sink })
const get = async (ctx: Context, path: string, query: Readonly<Record<string, string>> = {}) =>
  htmlOf(await askPage(pages, ctx, path, { query }), ctx)
const sectionOf = (html: string, heading: string) =>
  html.split('<section').find((section) => section.includes(`>${heading}</h2>`)) ?? ''

describe('Mina sidor', () => {
  test('of somebody who has nothing says so', async () => {
    expect(await get(await newCitizen(), '/mina-sidor')).toContain('Du har inga ärenden.')
  })

  test('is for citizens', async () => {
    for (const ctx of [database.context({ actor: aVisitor() }), hugo]) {
      await expect(askPage(pages, ctx, '/mina-sidor')).rejects.toMatchObject({ code: 'not-found' })
    }
  })

  test('puts everything in its section: to do, ongoing, saved, finished', async () => {
    const ada = await newCitizen()
    const waiting = await aCase(ada, { service: await aFormService(ada) })
    const finished = await aCase(ada)
    await aDraft(ada)
    const { version } = await getCase(hugo, waiting.caseId)
    await requestSupplement(hugo, { caseId: waiting.caseId, version, text: 'Intyg saknas', until: '2099-01-15' })
    await database.query(`update cases.case set status = 'avslutat', status_kind = 'closed' where case_id = $1`, [
      finished.caseId,
    ])
    await sendMessage(hugo, { caseId: waiting.caseId, text: 'Hej', files: [] })

    const html = await get(ada, '/mina-sidor')
    const todo = sectionOf(html, 'Att göra')
    expect(todo).toContain('Senast 15 januari 2099.')
    expect(todo).toContain(`action="${casePath(waiting.caseId)}/andra"`)
    const ongoing = sectionOf(html, 'Pågående')
    expect(ongoing).toContain(waiting.number)
    expect(ongoing).toContain('1 nytt meddelande')
    expect(ongoing).not.toContain(finished.number)
    const saved = sectionOf(html, 'Sparade, ej inskickade')
    expect(saved).toContain('En sparad ansökan är inte en inkommen handling.')
    expect(saved).toContain('Steg 1 av 3.')
    expect(saved).toContain('Ta bort')
    expect(sectionOf(html, 'Avslutade')).toContain(finished.number)
    expect(html).toContain('Notiser (4)')
  })

  test('shows nobody else’s', async () => {
    const ada = await newCitizen()
    const { number, caseId } = await aCase(ada)
    const twin = database.context({ actor: ada.actor, tenant: testTenants.nordby })
    for (const other of [await newCitizen(), twin]) {
      expect(await get(other, '/mina-sidor')).not.toContain(number)
      await expect(askPage(pages, other, `${casePath(caseId)}/meddelanden`)).rejects.toMatchObject({
        code: 'not-found',
      })
    }
  })

  test.each(['/mina-sidor/bokningar', '/mina-sidor/koplatser'])(
    '%s says that there is nothing, and how something gets there',
    async (path) => {
      expect(await get(await newCitizen(), path)).toContain('e-tjänst')
    },
  )
})

describe('"Meddelanden" of a case', () => {
  test('are read, written, and come back with what was typed when something is wrong', async () => {
    const ada = await newCitizen()
    const { caseId } = await aCase(ada)
    const path = `${casePath(caseId)}/meddelanden`
    await sendMessage(hugo, { caseId, text: 'Vi behöver <mer>.', files: [] })
    const first = await get(ada, path)
    expect(first).toContain('Vi behöver &lt;mer>.')
    expect(first).toContain('>Nytt<')
    expect(await get(ada, path)).not.toContain('>Nytt<')
    const refused = { field: 'bilagor', name: 'spel.exe', stored: false, reason: 'unknown-type' } as const
    const wrong = htmlOf(await askPage(pages, ada, path, { form: { text: 'Här <är> det.' }, files: [refused] }), ada)
    expect(wrong).toContain('spel.exe är inte en PDF, JPG, PNG eller HEIC.')
    expect(wrong).toContain('Här &lt;är> det.')
    expect(wrong).toContain('Välj dina bilagor igen.')
    expect(targetOf(await askPage(pages, ada, path, { form: { text: 'Här är det.' } }))).toBe(`${path}?skickat=ja`)
    expect(await get(ada, path, { skickat: 'ja' })).toContain('Meddelandet är skickat.')
  })

  test('what was typed when the session had ended comes back to who may write here, and to nobody else', async () => {
    const ada = await newCitizen()
    const { caseId } = await aCase(ada)
    const back = { form: { text: 'Nästan <klart>' }, resumed: true }
    const path = `${casePath(caseId)}/meddelanden`
    await expect(askPage(pages, await newCitizen(), path, back)).rejects.toMatchObject({ code: 'not-found' })
    const html = htmlOf(await askPage(pages, ada, path, back), ada)
    expect(html).toContain('Nästan &lt;klart>')
    expect(html).toContain('meddelandet är inte skickat än')
    expect(html).not.toContain('Välj dina bilagor igen.')
  })
})

test('notices are new once', async () => {
  const ada = await newCitizen()
  const { number } = await aCase(ada)
  const first = await get(ada, '/mina-sidor/notiser')
  expect(first).toContain(`Vi har tagit emot ärende ${number}`)
  expect(first).toContain('>Ny<')
  expect(await get(ada, '/mina-sidor/notiser')).not.toContain('>Ny<')
})

describe('"Mina uppgifter"', () => {
  const path = '/mina-sidor/uppgifter'
  const loggedIn = async (number: string, isProtected = false) =>
    (await aCitizenSession(database.context({ sink }), number, { isProtected })).ctx

  test('are saved, and the screens follow the language', async () => {
    const ada = await loggedIn('199001012385')
    const form = { email: 'ada@example.com', phone: '', language: 'en', notices: 'ja' }
    expect(targetOf(await askPage(pages, ada, path, { form }))).toBe(`${path}?sparat=ja&lang=en`)
    expect(await findOwnPerson(ada)).toMatchObject({ email: 'ada@example.com', language: 'en', noticesByEmail: true })
    expect(await get(ada, path, { sparat: 'ja' })).toContain('Dina ändringar är sparade.')
  })

  test('notices come as SMS to who wants them, and has a mobile phone', async () => {
    const ada = await loggedIn('199001012385')
    expect(await get(ada, path)).toMatch(/name="sms"(?![^>]*checked)/)
    const form = { email: '', phone: '', language: 'sv', sms: 'ja' }
    const html = htmlOf(await askPage(pages, ada, path, { form }), ada)
    expect(html).toContain('Skriv ett mobilnummer, eftersom du vill ha notiser som SMS.')
    expect(await findOwnPerson(ada)).toMatchObject({ noticesBySms: false })
    targetOf(await askPage(pages, ada, path, { form: { ...form, phone: '070-123 45 67' } }))
    expect(await findOwnPerson(ada)).toMatchObject({ noticesBySms: true })
    expect(await get(ada, path)).toMatch(/name="sms"[^>]*checked/)
    const { number } = await aCase(ada)
    const rows = await database.query<{ channel: string }>(
      `select channel from notices.notice where data->>'number' = $1 order by channel`,
      [number],
    )
    expect(rows.map(({ channel }) => channel)).toEqual(['email', 'my-pages', 'sms'])
  })

  test('where no SMS can be sent none is offered, but who gets them can switch them off', async () => {
    const without = portalPages({ identifyAgain, offersSms: async () => false })
    const bo = await loggedIn('198001139297')
    expect(htmlOf(await askPage(without, bo, path), bo)).not.toContain('name="sms"')
    const form = { email: '', phone: '070-123 45 67', language: 'sv', sms: 'ja' }
    targetOf(await askPage(pages, bo, path, { form }))
    expect(htmlOf(await askPage(without, bo, path), bo)).toContain('name="sms"')
    const { sms: _, ...off } = form
    targetOf(await askPage(without, bo, path, { form: off }))
    expect(await findOwnPerson(bo)).toMatchObject({ noticesBySms: false })
  })

  test('come back with what was typed when something is wrong', async () => {
    const ada = await newCitizen()
    const form = { email: 'ada@', phone: '1', language: 'sv' }
    const html = htmlOf(await askPage(pages, ada, path, { form }), ada)
    expect(html).toContain('value="ada@"')
    expect(html).toContain('Rätta 2 uppgifter')
    expect((await findOwnPerson(ada))?.email).toBeUndefined()
  })

  test('somebody with protected identity is warned, and name and address are not there for the same reason as when a register fails', async () => {
    const hidden = await loggedIn('200001252386', true)
    const html = await get(hidden, path)
    expect(html).toContain('Innan du lämnar kontaktuppgifter')
    expect(html).toContain('Vi kan inte hämta alla uppgifter.')
    expect(html.toLowerCase()).not.toContain('skydd')
    const form = { email: 'a@example.com', phone: '', language: 'sv' }
    expect(htmlOf(await askPage(pages, hidden, path, { form }), hidden)).toContain('Kryssa för')
    expect((await findOwnPerson(hidden))?.email).toBeUndefined()
    targetOf(await askPage(pages, hidden, path, { form: { ...form, confirmed: 'ja' } }))
    expect((await findOwnPerson(hidden))?.email).toBe('a@example.com')
  })

  describe('more than five minutes after the login', () => {
    const stored = { email: 'bo@example.com', phone: '070-123 45 67', language: 'sv', notices: 'ja', sms: 'ja' }
    const { notices: _, ...unnoticed } = stored
    const { sms: __, ...withoutSms } = stored

    const fiveMinutesLater = async () => {
      const now = await loggedIn('198001139297')
      targetOf(await askPage(pages, now, path, { form: stored }))
      return { ...now, clock: { now: () => later(new Date(), minutes(6)) } }
    }

    test.each([
      ['another e-mail address', { ...stored, email: 'other@example.com' }],
      ['none', { ...stored, email: '' }],
      ['another phone', { ...stored, phone: '070-765 43 21' }],
      ['notices switched off', unnoticed],
      ['notices as SMS switched off', withoutSms],
    ])('nobody changes where notices go without showing who they are: %s', async (_what, form) => {
      const bo = await fiveMinutesLater()
      const before = await findOwnPerson(bo)
      expect(targetOf(await askPage(pages, bo, path, { form }))).toBe('/legitimera')
      expect(await findOwnPerson(bo)).toEqual(before)
    })

    test('what notices do not depend on is changed at once, and so is nothing', async () => {
      const bo = await fiveMinutesLater()
      for (const form of [stored, { ...stored, language: 'en' }])
        expect(targetOf(await askPage(pages, bo, path, { form }))).toMatch(/sparat=ja/)
    })

    test('notices are switched on without it', async () => {
      const bo = await loggedIn('198001139297')
      targetOf(await askPage(pages, bo, path, { form: unnoticed }))
      const late = { ...bo, clock: { now: () => later(new Date(), minutes(6)) } }
      expect(targetOf(await askPage(pages, late, path, { form: stored }))).toMatch(/sparat=ja/)
    })
  })

  test('what was typed comes back to who has turned away from identifying themselves, unsaved', async () => {
    const ada = await loggedIn('199001012385')
    const form = { email: 'new@example.com', phone: '', language: 'sv' }
    const html = htmlOf(await askPage(pages, ada, path, { form, resumed: true }), ada)
    expect(html).toContain('value="new@example.com"')
    expect(html).toContain('ingenting är ändrat än')
    expect((await findOwnPerson(ada))?.email).not.toBe('new@example.com')
  })
})
