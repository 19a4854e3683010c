import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { showPage } from '../../../tests/support/show-page.tsx'
import { type Citizen, system } from '../../platform/actor.ts'
import { testDatabase, testTenants } from '../../platform/testing/database.ts'
import { textsFor } from '../../platform/texts/texts.ts'
import { loadContent } from '../commands/load-content.ts'
import { publishService } from '../commands/publish-service.ts'
import { aDefinition, aPaperForm, aService } from '../testing/a-service.ts'
import { cataloguePage } from './catalogue.tsx'
import { servicePage as servicePageOf } from './service.tsx'

const db = await testDatabase()
const servicePage = servicePageOf({
  describeBlankForms: async (_ctx, { shortName }) => [
    { language: 'sv', href: `/e-tjanster/${shortName}/blankett?sprak=sv`, pages: 2, size: 31_000 },
    { language: 'en', href: `/e-tjanster/${shortName}/blankett?sprak=en`, pages: 1, size: 29_000 },
  ],
})
const ada: Citizen = { kind: 'citizen', id: testTenants.exempelkoping, sessionId: 's', protectedIdentity: false }
const protectedLine =
  'Har du skyddade personuppgifter? Ring kontaktcenter, 0900-12 34 00, innan du börjar. Skriv inga skyddade uppgifter i e-tjänsten.'

beforeAll(async () => {
  const asSystem = db.context({ actor: system })
  await loadContent(asSystem, join(import.meta.dirname, '../../../content/exempelkoping'))
  await aService(asSystem)
  const { form, login, group, statuses, supplement, showCaseWorker, receipt, withoutEid, ...startPage } = aDefinition()
  await publishService(asSystem, aPaperForm({ shortName: 'blankett', fillable: false }))
  await publishService(asSystem, {
    ...startPage,
    shortName: 'jobb',
    kind: 'external',
    url: 'https://jobb.example/',
    system: 'Jobbsystemet',
  })
})

const service = async (shortName: string, ctx = db.context()) =>
  await showPage(servicePage, ctx, { params: { service: shortName } })
const catalogue = async (query: Readonly<Record<string, string | readonly string[]>> = {}, ctx = db.context()) =>
  await showPage(cataloguePage, ctx, { query })

describe("a service's start page", () => {
  test('is not found when there is none, or only in another municipality', async () => {
    await expect(service('finns-inte')).rejects.toThrow('not-found')
    await expect(service('parkeringstillstand', db.context({ tenant: testTenants.nordby }))).rejects.toThrow(
      'not-found',
    )
  })

  test('says that a Swedish number is needed where children are chosen, whom to call without one, and so nowhere else', async () => {
    const needed = /<li>Ett svenskt personnummer eller samordningsnummer[^<]*ringer du kontaktcenter på 0900-12 34 00/
    expect(await service('forskoleplats')).toMatch(needed)
    for (const shortName of ['parkeringstillstand', 'bygglov', 'foreningsbidrag', 'livsmedelsanlaggning']) {
      expect(await service(shortName)).not.toMatch(needed)
    }
  })

  test('says everything in one order', async () => {
    const html = await service('parkeringstillstand')
    const headings = [...html.matchAll(/<h2[^>]*>([^<]+)<\/h2>/g)].map(([, heading]) => heading)
    expect(headings).toEqual([
      'I korthet',
      'Vad e-tjänsten är till för',
      'Det här behöver du',
      'Att läsa eller skriva ut',
      'Steg',
      'Avgift',
      'Handläggningstid',
      'Vem handlägger',
      'Lagar och överklagande',
      'Om du inte har e-legitimation',
      'Så behandlar vi dina personuppgifter',
      'Frågor?',
      'Till e-tjänsten',
    ])
    expect(html).toContain(
      '<li>Innan du börjar</li><li>Du som söker</li><li>Rörelseförmåga och bilagor</li><li>Granska och skriv under</li>',
    )
    expect(html).toMatch(/<form method="post" action="\/e-tjanster\/parkeringstillstand\/starta">.*Starta e-tjänsten/s)
  })

  test.each([
    ['parkeringstillstand', 'Du skriver under med e-legitimation'],
    ['livsmedelsanlaggning', 'Du skriver under med e-legitimation'],
    ['forskoleplats', 'Du och barnets andra vårdnadshavare skriver under med e-legitimation'],
    ['bygglov', 'Du och den som söker tillsammans med dig skriver under med e-legitimation'],
    [
      'foreningsbidrag',
      'Du och den som företräder organisationen tillsammans med dig skriver under med e-legitimation',
    ],
    ['felanmalan', 'Behövs inte'],
    ['synpunkt', 'Behövs inte'],
    ['blankett', 'För hand, på blanketten'],
  ])('says who signs: %s', async (shortName, text) => {
    expect(await service(shortName)).toMatch(new RegExp(`Underskrift</dt>.*?${text}</dd>`, 's'))
  })

  test('ends with sending where nobody signs', async () => {
    expect(await service('felanmalan')).toContain('<li>Granska och skicka in</li></ol>')
  })

  test.each(['parkeringstillstand', 'synpunkt', 'felanmalan', 'blankett', 'jobb'])(
    'tells everybody the same about protected identity: %s',
    async (shortName) => {
      expect(await service(shortName)).toContain(protectedLine)
      expect(await service(shortName, db.context({ actor: ada }))).toContain(protectedLine)
    },
  )

  test('explains the choice where one may choose to log in', async () => {
    const html = await service('synpunkt')
    expect(html).toContain('Logga in om du vill följa ärendet på Mina sidor.')
    expect(html).toMatch(/name="inloggning" value="ja">Logga in och starta</)
    expect(html).toMatch(/name="inloggning" value="nej"[^>]*>Starta utan inloggning</)
  })

  test('asks nobody to choose who has logged in already', async () => {
    const html = await service('synpunkt', db.context({ actor: ada }))
    expect(html).not.toContain('Starta utan inloggning')
    expect(html).toMatch(/value="ja">Starta e-tjänsten</)
  })

  test('of a paper form says where it goes, and starts nothing', async () => {
    const html = await service('blankett')
    expect(html).toMatch(
      /href="\/e-tjanster\/blankett\/blankett\?sprak=sv".*Ladda ner blanketten \(PDF, 2 sidor, 31 kB\)/s,
    )
    expect(html).toContain('Blanketten på engelska (PDF, 1 sida, 29 kB)')
    expect(html).toContain('Box 17, 900 01 Exempelköping')
    expect(html).not.toContain('/starta"')
  })

  test('of a paper form that can be filled in on screen starts it, without login', async () => {
    const html = await service('fullmakt')
    expect(html).toMatch(/<form method="post" action="\/e-tjanster\/fullmakt\/starta">.*Fyll i på skärmen/s)
    expect(html).toMatch(
      /href="\/filer\/[0-9a-f]{20}-aterkalla-fullmakt.pdf">Återkalla en fullmakt, på svenska \(PDF, \d+ kB\)/,
    )
  })

  test('of another system says what one leaves', async () => {
    const html = await service('jobb')
    expect(html).toContain('Du lämnar nu självservicen i Exempelköping. Ditt ärende följer du i Jobbsystemet')
    expect(html).toContain('href="https://jobb.example/"')
  })

  test('speaks English', async () => {
    const html = await service('felanmalan', { ...db.context(), texts: textsFor('en', 'Europe/Stockholm') })
    expect(html).toContain('Report a fault in a street, park or playground')
    expect(html).toContain('Start the e-service')
    expect(html).not.toMatch(/Avgift|Anmäl/)
  })
})

describe('the catalogue', () => {
  test('lists all services by category, with what each asks for', async () => {
    const html = await catalogue()
    expect(html).toMatch(
      /Gator, trafik och parkering.*Anmäl fel på gata.*Ingen inloggning.*Ansök om parkeringstillstånd.*Kräver e-legitimation/s,
    )
    expect(html).toMatch(/Kommun och politik.*Inloggning valfri/s)
    expect(html).not.toContain('Miljö och avfall')
  })

  test('lists one category', async () => {
    const html = await catalogue({ omrade: 'kommun-och-politik' })
    expect(html).toContain('<h1>Kommun och politik</h1>')
    expect(html).toContain('/e-tjanster/synpunkt')
    expect(html).not.toContain('/e-tjanster/felanmalan')
  })

  test('says when there is no such category', async () => {
    expect(await catalogue({ omrade: 'finns-inte' })).toContain('Det finns inga e-tjänster i det här området')
  })

  test('counts what a search finds, in the title first', async () => {
    const html = await catalogue({ q: ' parkeringstilstånd ' })
    expect(html).toContain('<title>1 e-tjänst för ”parkeringstilstånd” – Exempelköping</title>')
    expect(html).toContain('/e-tjanster/parkeringstillstand')
  })

  test('gives advice when a search finds nothing, and shows what was typed as text', async () => {
    const html = await catalogue({ q: '<script>xyzzy</script>' })
    expect(html).toContain('Inga e-tjänster för ”&lt;script>xyzzy&lt;/script>”')
    expect(html).toContain('kontrollera att ordet är rättstavat')
    expect(html).toContain('href="/e-tjanster"')
  })

  test('takes any query', async () => {
    expect(await catalogue({ q: ['a', 'b'], omrade: ['c'] })).toContain('Kommun och politik')
    expect(await catalogue({ q: 'å'.repeat(100_000) })).toContain('Inga e-tjänster')
    expect(await catalogue({ q: '\u0000' })).toContain('Inga e-tjänster')
    expect(await catalogue({ omrade: '\u0000' })).toContain('Kommun och politik')
    expect(servicePage.params.safeParse({ service: '\u0000' }).success).toBe(false)
  })

  test('says when a municipality has nothing yet', async () => {
    expect(await catalogue({}, db.context({ tenant: testTenants.nordby }))).toContain('Här finns inga e-tjänster än')
  })
})
