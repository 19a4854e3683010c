import { describe, expect, test } from 'vitest'
import { askPage, htmlOf, targetOf } from '../../tests/support/ask-page.tsx'
import { getCase, staffCasePath } from '../cases/public.ts'
import { aCase, aHandler, anOpenService } from '../cases/testing/a-case.ts'
import { aSignedDraft, aSignedService, complete, secrets } from '../cases/testing/a-signed-case.ts'
import { aCitizen, aVisitor } from '../drafts/testing/a-draft.ts'
import { countUnread, sendMessage } from '../messages/public.ts'
import type { StaffMember } from '../platform/actor.ts'
import type { Context } from '../platform/context.ts'
import type { Event } from '../platform/events/event.ts'
import { testDatabase, testTenants } from '../platform/testing/database.ts'
import { workplacePages } from './public.ts'

const database = await testDatabase()
const pages = workplacePages()
const ada = database.context({ actor: await aCitizen(database) })
const hugoActor = await aHandler(database)
const hugo = database.context({ actor: hugoActor })
const karin = database.context({ actor: await aHandler(database, { name: 'Karin Lind' }) })
const { caseId } = await aCase(ada)

const get = async (ctx: Context, path: string, query: Readonly<Record<string, string>> = {}) =>
  htmlOf(await askPage(pages, ctx, path, { query }), ctx)
const post = async (ctx: Context, path: string, form: Readonly<Record<string, string>>) =>
  await askPage(pages, ctx, path, { form })
const versionOf = async (id: string) => String((await getCase(hugo, id)).version)

describe('who may see the workplace', () => {
  test.each([
    ['a citizen', ada],
    ['a visitor', database.context({ actor: aVisitor() })],
  ])('for %s there is no list', async (_who, ctx) => {
    await expect(askPage(pages, ctx, '/handlaggning/arenden')).rejects.toMatchObject({ code: 'not-found' })
  })

  const others: readonly (readonly [string, () => Promise<Context>])[] = [
    ['another citizen', async () => database.context({ actor: await aCitizen(database) })],
    ['another group', async () => database.context({ actor: await aHandler(database, { groups: ['bygglov'] }) })],
    [
      'an administrator',
      async () => {
        const alma: StaffMember = { ...(await aHandler(database, { groups: [] })), rights: ['administrate'] }
        return database.context({ actor: alma })
      },
    ],
    [
      'the same group of the other municipality',
      async () => database.context({ actor: hugoActor, tenant: testTenants.nordby }),
    ],
  ]

  test.each(others)('for %s there is no such case, whatever they do', async (_who, as) => {
    const ctx = await as()
    const path = staffCasePath(caseId)
    const before = await getCase(hugo, caseId)
    for (const below of ['', '/fordela', '/status', '/komplettering', '/meddelanden']) {
      await expect(askPage(pages, ctx, path + below)).rejects.toMatchObject({ code: 'not-found' })
    }
    const form = {
      version: '1',
      status: 'avslutat',
      to: hugoActor.id,
      text: 'Hej',
      'until-day': '1',
      'until-month': '1',
      'until-year': '2099',
    }
    for (const below of ['/ta', '/fordela', '/status', '/komplettering', '/meddelanden']) {
      await expect(askPage(pages, ctx, path + below, { form })).rejects.toMatchObject({ code: 'not-found' })
    }
    expect(await getCase(hugo, caseId)).toEqual(before)
  })

  test('a list shows the cases of the reader’s groups alone', async () => {
    const mira = database.context({ actor: await aHandler(database, { name: 'Mira', groups: ['miljo'] }) })
    const { number } = await getCase(hugo, caseId)
    expect(await get(hugo, '/handlaggning/arenden', { vy: 'alla' })).toContain(number)
    const other = await get(mira, '/handlaggning/arenden', { vy: 'alla' })
    expect(other).not.toContain(number)
    expect(other).toContain('Dina grupper har inga ärenden.')
  })

  test('a staff member without groups is told so', async () => {
    const alma = database.context({ actor: await aHandler(database, { groups: [] }) })
    expect(await get(alma, '/handlaggning/arenden')).toContain('Du är inte med i någon grupp')
  })
})

test('the workplace begins with the list', async () => {
  expect(targetOf(await askPage(pages, hugo, '/handlaggning'))).toBe('/handlaggning/arenden')
})

test('each row of the list has one link, its number, and tells of new messages', async () => {
  const { caseId: id } = await aCase(ada)
  await sendMessage(ada, { caseId: id, text: 'Hej', files: [] })
  const html = await get(hugo, '/handlaggning/arenden', { vy: 'ej-fordelade' })
  const row = html.split('<tr').find((one) => one.includes(id)) ?? ''
  expect(row.match(/<a /g)).toHaveLength(1)
  expect(row).toContain(`href="${staffCasePath(id)}"`)
  expect(row).toContain('1 nytt meddelande')
})

test('filters that leave nothing say so, and how to take them away', async () => {
  expect(await get(hugo, '/handlaggning/arenden', { vy: 'alla', status: 'withdrawn' })).toContain('Rensa filtren')
})

describe('a case', () => {
  test('shows what was sent in; that it was read is an event, and its messages are read', async () => {
    const { caseId: id } = await aCase(ada, { typed: { plats: 'Storgatan <17>' }, files: ['karta.pdf'] })
    await sendMessage(ada, { caseId: id, text: 'Syns kartan?', files: [] })
    const events: Event[] = []
    const watched = database.context({ actor: hugoActor, sink: async (_ctx, _tx, told) => void events.push(...told) })
    const html = await get(watched, staffCasePath(id))
    for (const shown of ['Storgatan &lt;17>', 'karta.pdf', 'Syns kartan?', 'Ta ärendet', 'Historik'])
      expect(html).toContain(shown)
    expect(events).toMatchObject([{ type: 'case.read', subject: id }])
    expect(await countUnread(hugo, [id])).toEqual(new Map())
  })

  test('says what it is and who has it before its answers, on a phone too', async () => {
    const { caseId: id } = await aCase(ada)
    const html = await get(hugo, staffCasePath(id))
    const places = ['</h1>', 'Om ärendet', 'Ta ärendet', 'Skickades in', 'Historik'].map((words) => html.indexOf(words))
    expect(places).not.toContain(-1)
    expect(places).toEqual(places.toSorted((a, b) => a - b))
  })

  test('is taken by one; the other is told who was first, and nothing changes', async () => {
    const { caseId: id } = await aCase(ada)
    const version = await versionOf(id)
    expect(targetOf(await post(hugo, `${staffCasePath(id)}/ta`, { version }))).toBe(`${staffCasePath(id)}?gjort=tagit`)
    const second = htmlOf(await post(karin, `${staffCasePath(id)}/ta`, { version }), karin)
    expect(second).toContain('Någon annan har ändrat ärendet')
    expect((await getCase(hugo, id)).assignedTo?.name).toBe('Hugo Berg')
    const knowing = htmlOf(await post(karin, `${staffCasePath(id)}/ta`, { version: await versionOf(id) }), karin)
    expect(knowing).toContain('redan fördelat till någon annan')
  })

  test('is given to a colleague, not to somebody outside the group', async () => {
    const { caseId: id } = await aCase(ada)
    const outsider = await aHandler(database, { name: 'Utan Grupp', groups: ['bygglov'] })
    expect(await get(hugo, `${staffCasePath(id)}/fordela`)).not.toContain('Utan Grupp')
    const version = await versionOf(id)
    const refused = await post(hugo, `${staffCasePath(id)}/fordela`, { version, to: outsider.id })
    expect(htmlOf(refused, hugo)).toContain('inte med i gruppen')
    const to = 'id' in karin.actor ? (karin.actor.id ?? '') : ''
    targetOf(await post(hugo, `${staffCasePath(id)}/fordela`, { version: await versionOf(id), to }))
    expect((await getCase(hugo, id)).assignedTo?.name).toBe('Karin Lind')
    targetOf(await post(hugo, `${staffCasePath(id)}/fordela`, { version: await versionOf(id), to: '' }))
    expect((await getCase(hugo, id)).assignedTo).toBeUndefined()
  })

  test('gets a status that may follow; choosing none, and another’s change meanwhile, are told of', async () => {
    const { caseId: id } = await aCase(ada)
    const path = `${staffCasePath(id)}/status`
    const version = await versionOf(id)
    expect(htmlOf(await post(hugo, path, { version }), hugo)).toContain('Välj en ny status.')
    expect(targetOf(await post(hugo, path, { version, status: 'under-handlaggning' }))).toContain('gjort=status')
    const late = htmlOf(await post(karin, path, { version, status: 'avslutat' }), karin)
    expect(late).toContain('Någon annan har ändrat ärendet')
    expect(late).toMatch(/value="avslutat"[^>]*checked|checked[^>]*value="avslutat"/)
    expect((await getCase(hugo, id)).status.id).toBe('under-handlaggning')
  })

  test('is supplemented on request; what was typed stays when something is missing', async () => {
    const { caseId: id } = await aCase(ada)
    const path = `${staffCasePath(id)}/komplettering`
    const form = {
      version: await versionOf(id),
      text: 'Intyg <saknas>',
      'until-day': '31',
      'until-month': '2',
      'until-year': '2099',
    }
    const wrong = htmlOf(await post(hugo, path, form), hugo)
    expect(wrong).toContain('Intyg &lt;saknas>')
    expect(wrong).toContain('Skriv sista dagen med dag, månad och år.')
    expect(targetOf(await post(hugo, path, { ...form, 'until-day': '28' }))).toContain('gjort=begart')
    expect(await get(hugo, staffCasePath(id), { gjort: 'begart' })).toContain(
      'Väntar på komplettering till och med 28 februari 2099',
    )
  })

  test('sent without login can’t be supplemented or written in, and says how to answer', async () => {
    const visitor = database.context({ actor: aVisitor() })
    const { caseId: id } = await aCase(visitor, { service: await anOpenService(visitor) })
    const words = 'Ärendet är inskickat utan inloggning och kan inte kompletteras på Mina sidor.'
    expect(await get(hugo, staffCasePath(id))).toContain(words)
    expect(await get(hugo, `${staffCasePath(id)}/komplettering`)).toContain(words)
    const form = {
      version: await versionOf(id),
      text: 'Hej',
      'until-day': '1',
      'until-month': '1',
      'until-year': '2099',
    }
    expect(htmlOf(await post(hugo, `${staffCasePath(id)}/komplettering`, form), hugo)).toContain(words)
    expect(htmlOf(await post(hugo, `${staffCasePath(id)}/meddelanden`, form), hugo)).toContain('utan inloggning')
    expect(await database.query('select from messages.message where case_id = $1', [id])).toEqual([])
  })

  test('is written in; an empty message comes back with what is wrong', async () => {
    const { caseId: id } = await aCase(ada)
    const path = `${staffCasePath(id)}/meddelanden`
    expect(htmlOf(await post(hugo, path, { text: ' ' }), hugo)).toContain('Skriv ett meddelande.')
    expect(targetOf(await post(hugo, path, { text: 'Hej Ada' }))).toContain('gjort=skickat')
    expect(await get(hugo, staffCasePath(id))).toContain('Hej Ada')
  })
})

test.each(['komplettering', 'meddelanden'])(
  'what was typed on /%s when the session had ended comes back, not sent',
  async (deed) => {
    const back = { form: { version: '1', text: 'Nästan <klart>' }, resumed: true }
    const html = htmlOf(await askPage(pages, hugo, `${staffCasePath(caseId)}/${deed}`, back), hugo)
    expect(html).toContain('Nästan &lt;klart>')
    expect(html).toContain('Det du skrev finns kvar')
  },
)

test('a case that a signature is missing in says so in the list and on its page, and who has signed when and how', async () => {
  const applicant = await aCitizen(database)
  const owner = database.context({ actor: applicant })
  const service = await aSignedService(owner)
  const signs = [
    { by: applicant, role: 'applicant', name: 'Ada Exempel' },
    { by: await aCitizen(database), role: 'guardian', name: 'Eva Prov', own: secrets.own },
    { by: await aCitizen(database), role: 'co-applicant', name: 'Bo Nej', missing: true },
  ] as const
  const sent = await complete(owner, await aSignedDraft(owner, { service, signs }))
  const page = await get(hugo, staffCasePath(sent.caseId))
  expect(page).toMatch(
    /Underskrift saknas.*Underskrifter.*Ada Exempel · Sökande.*Skrev under 4 maj 2026 kl. 10.30 med .*tillitsnivå 3/s,
  )
  expect(page).toMatch(/Bo Nej · Medsökande.*Vill inte skriva under.*Ifyllt av Eva Prov<.*KANARIE studerar/s)
  expect(page).toContain(`href="${staffCasePath(sent.caseId)}/underskrifter.zip"`)
  expect(await get(hugo, '/handlaggning/arenden')).toContain('Underskrift saknas')
})
