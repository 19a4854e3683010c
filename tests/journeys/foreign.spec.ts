import type { Page } from '@playwright/test'
import { numbered, numberOn, openCase } from './support/cases.ts'
import { expectEvidence } from './support/evidence.ts'
import { aPdf } from './support/files.ts'
import { attach, goOn, writeDate } from './support/form.ts'
import { mouse } from './support/hand.ts'
import { expect, test } from './support/journey.ts'
import { identifyAs, logInAsStaff } from './support/people.ts'
import { openDependent } from './support/problems.ts'
import { draftOn, goOnToSign, readAndGoOn, signAtHub } from './support/signing.ts'

const step = (page: Page, name: string) => page.getByRole('heading', { level: 1, name })
const box = (page: Page, name: string | RegExp) => page.getByRole('textbox', { name })

test('two without a Swedish number apply with their e-IDs from other countries @citizen', async ({
  page,
  browser,
  hand,
  look,
  origin,
}) => {
  const answer = async (group: RegExp, option: string) =>
    await hand.choose(page.getByRole('group', { name: group }).getByRole('radio', { name: option, exact: true }))

  await page.goto('/e-tjanster/bygglov')
  await hand.press(page.getByRole('button', { name: 'Starta e-tjänsten' }))
  await identifyAs(page, 'Kari Nordmann', hand, 'Foreign ID')
  await expect(step(page, 'Innan du börjar')).toBeVisible()
  await expect(page.getByRole('banner').getByRole('button', { name: 'Kari Nordmann' })).toBeVisible()
  await goOn(page, hand)

  await test.step('writes where she lives, since no Swedish register knows, and who applies with her', async () => {
    await expect(step(page, 'Fastighet och sökande')).toBeVisible()
    await hand.write(box(page, /Vilken fastighet/), 'Ekvägen 8')
    await hand.press(page.getByRole('button', { name: 'Sök', exact: true }))
    await hand.choose(page.getByRole('radio', { name: /^Ekvägen 8/ }))
    await answer(/inom detaljplan/, 'Nej')
    await answer(/privatperson, företag/, 'Privatperson')
    await expect(page.getByText('Kari Nordmann', { exact: true }).last()).toBeVisible()
    await hand.write(box(page, 'Gata eller box'), 'Karl Johans gate 1')
    await hand.write(box(page, 'Postnummer'), '0154')
    await hand.write(box(page, 'Ort'), 'Oslo')
    await hand.write(box(page, 'Land, om det inte är Sverige'), 'Norge')
    await hand.write(box(page, 'E-post').first(), 'kari@utland.example')
    await answer(/Söker ni flera/, 'Ja')
    const party = page.getByRole('group', { name: 'Medsökande 1' })
    const partyName = party.getByRole('textbox', { name: 'Namn' })
    await openDependent(page, hand, partyName)
    await hand.write(partyName, 'Pekka Esimerkki')
    await hand.choose(party.getByRole('checkbox', { name: /^Personen har inget svenskt personnummer/ }))
    await writeDate(page, hand, /^Födelsedatum/, ['2', '11', '1979'])
    await hand.write(party.getByRole('textbox', { name: 'E-post' }), 'pekka@utland.example')
    await answer(/Äger du fastigheten/, 'Ja')
    await look(page, 'applicants from other countries')
    await goOn(page, hand)
  })

  await test.step('tells what is to be done', async () => {
    await expect(step(page, 'Åtgärd')).toBeVisible()
    await hand.choose(page.getByRole('radio', { name: 'Rivning' }))
    const kind = page.getByRole('combobox', { name: /Vilken typ av byggnad/ })
    await openDependent(page, hand, kind)
    await hand.select(kind, 'Fritidshus')
    await hand.write(box(page, /Beskriv vad du vill göra/), 'Vi vill riva ett gammalt fritidshus.')
    await goOn(page, hand)
    await expect(step(page, 'Kontrollansvarig och avgift')).toBeVisible()
    await hand.choose(page.getByRole('radio', { name: 'Nej, det är en liten åtgärd' }))
    await hand.choose(page.getByRole('radio', { name: 'Jag som söker' }))
    await goOn(page, hand)
    await expect(step(page, 'Ritningar')).toBeVisible()
    await attach(page, hand, /Situationsplan/, aPdf('situationsplan.pdf'))
    await goOn(page, hand)
  })

  await expect(step(page, 'Granska')).toBeVisible()
  const address = 'Karl Johans gate 1, 0154 Oslo, Norge'
  await expect(page.getByText(address)).toBeVisible()
  await expect(page.getByText('Inget svenskt nummer, född 2 november 1979')).toBeVisible()
  await look(page, 'review without a Swedish number')

  await test.step('signs at the hub, the one way there is for her', async () => {
    await expect(page.getByText('De du bjuder in kan läsa ansökan.')).toBeVisible()
    await goOnToSign(page, hand)
    await expect(page.getByRole('link', { name: /^Skriv under med/ })).toHaveText(['Skriv under med e-legitimation'])
    await look(page, 'first signature of a foreigner')
    await signAtHub(page, 'Kari Nordmann', hand, 'Foreign ID')
    await expect(step(page, 'Väntar på underskrift')).toBeVisible()
    await look(page, 'waiting for a foreigner')
  })

  await test.step('Pekka, who is known by his name and day of birth, reads and signs it', async () => {
    const other = await browser.newContext({ baseURL: origin, locale: 'sv-SE' })
    const pekka = await other.newPage()
    await pekka.goto('/mina-sidor')
    await identifyAs(pekka, 'Pekka Esimerkki', mouse, 'Foreign ID')
    await readAndGoOn(pekka, mouse, draftOn(page))
    await signAtHub(pekka, 'Pekka Esimerkki', mouse, 'Foreign ID')
    await expect(pekka).toHaveURL(/\/mina-sidor\/arenden\//)
    await other.close()
  })

  await page.reload()
  await expect(page.getByRole('heading', { name: 'Vi har nu mottagit ditt ärende!' })).toBeVisible()
  const number = await numberOn(page)

  await hand.press(page.locator('main').getByRole('link', { name: 'Till Mina sidor' }))
  await expect(page.getByRole('listitem').filter({ hasText: numbered(number) })).toContainText('Inkommet')
  await page.goto('/mina-sidor/uppgifter')
  await expect(page.getByText('Kari Nordmann').last()).toBeVisible()
  await look(page, 'details without a Swedish number')

  const desk = await browser.newContext({ baseURL: origin, locale: 'sv-SE' })
  const karin = await desk.newPage()
  await logInAsStaff(karin, 'Karin Lind')
  await openCase(karin, number)
  await expect(karin.getByText(address)).toBeVisible()
  await expect(karin.getByText('Pekka Esimerkki').first()).toBeVisible()
  await look(karin, 'staff case without a Swedish number')
  const { said } = await expectEvidence(desk, karin.url())
  for (const name of ['Kari Nordmann', 'Pekka Esimerkki']) expect(said).toContain(name)
  await desk.close()
})
