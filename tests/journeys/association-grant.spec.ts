import type { Page } from '@playwright/test'
import { openActivity, rowButton, writeActivity } from './support/association-grant.ts'
import { numbered, numberOn, openCase } from './support/cases.ts'
import { expectEvidence } from './support/evidence.ts'
import { aPdf } from './support/files.ts'
import { attach, goOn } from './support/form.ts'
import { mouse } from './support/hand.ts'
import { expect, test } from './support/journey.ts'
import { identifyAs, logIn, logInAsStaff } from './support/people.ts'
import { expectProblem, expectProblems, openDependent } from './support/problems.ts'
import { draftOn, goOnToSign, readAndGoOn, signWithBankId, signWithFreja } from './support/signing.ts'

/** The same journey runs three times at once: each has a person of its own, who has no organisation before. */
const people: Readonly<Record<string, string>> = { mouse: 'Ada Exempel', keyboard: 'Bo Exempel' }

const club = 'Exempelköpings Bordtennisklubb'
const step = (page: Page, name: string) => page.getByRole('heading', { level: 1, name })
const box = (page: Page, name: string | RegExp) => page.getByRole('textbox', { name })

test('a club applies for a grant with all its activities, and the case worker reads them @citizen', async ({
  page,
  browser,
  hand,
  look,
  origin,
}, info) => {
  const person = people[info.project.name] ?? 'Elsa Prov'
  const fetchDetails = async () => await hand.press(page.getByRole('button', { name: 'Hämta uppgifter' }))

  await test.step('starts it, and is stopped with the number of a company', async () => {
    await page.goto('/e-tjanster/foreningsbidrag')
    await hand.press(page.getByRole('button', { name: 'Starta e-tjänsten' }))
    await identifyAs(page, person, hand)
    await expect(step(page, 'Förening')).toBeVisible()
    await hand.write(box(page, 'Organisationsnummer'), '559999-0016')
    await fetchDetails()
    await expect(page.getByText('Prov & Son AB')).toBeVisible()
    await expect(page.getByText(/^Bidraget kan inte sökas för företag/)).toBeVisible()
    await look(page, 'grant stopped')
    await goOn(page, hand)
    await expectProblems(page, 3)
    await hand.press(page.getByRole('alert').getByRole('link', { name: 'Bara ideella föreningar kan söka' }))
    await hand.press(page.getByRole('button', { name: 'Spara och avsluta' }))
    await expect(step(page, 'Din ansökan är sparad')).toBeVisible()
  })

  await test.step('adds the club to Mina organisationer', async () => {
    await page.goto('/mina-sidor/organisationer')
    await hand.press(page.getByRole('link', { name: 'Lägg till organisation' }))
    await hand.write(box(page, 'Organisationsnummer'), '802999-0010')
    await hand.press(page.getByRole('button', { name: 'Lägg till' }))
    await expectProblems(page, 1)
    await look(page, 'organisation with a problem')
    await fetchDetails()
    await expect(page.getByText('De flesta föreningar finns inte hos Bolagsverket.')).toBeVisible()
    await hand.write(box(page, 'Namn på organisationen'), club)
    await hand.press(page.getByRole('button', { name: 'Lägg till' }))
    await expect(page.getByText('Organisationen är tillagd.')).toBeVisible()
    await look(page, 'my organisations')
  })

  await test.step('goes on for the club', async () => {
    await page.goto('/mina-sidor')
    await hand.press(page.getByRole('link', { name: /Fortsätt.*aktivitetsbidrag/ }).first())
    await hand.choose(page.getByRole('radio', { name: club }))
    await hand.write(box(page, /Hur många medlemmar/), '40')
    await hand.write(box(page, /Hur många av dem är 7–20 år/), '41')
    await goOn(page, hand)
    await expectProblems(page, 1)
    await expect(page.getByText('Inte kontrollerat', { exact: true })).toBeVisible()
    const young = box(page, /Hur många av dem är 7–20 år/)
    await expectProblem(page, hand, young, 'Skriv ett tal som är högst 40 i ”Hur många av dem är 7–20 år?”')
    await hand.write(young, '25')
    await goOn(page, hand)
    await expect(step(page, 'Behörighet')).toBeVisible()
    await hand.choose(page.getByRole('radio', { name: 'Ordförande' }))
    const together = page.getByRole('radio', { name: 'Två av oss tillsammans' })
    await openDependent(page, hand, together)
    await hand.choose(together)
    const other = page.getByRole('group', { name: /^Firmatecknare/ })
    await openDependent(page, hand, other)
    await hand.write(other.getByRole('textbox', { name: 'Namn' }), 'Dagny Test')
    await hand.write(other.getByRole('textbox', { name: /^Personnummer/ }), '19550114-2284')
    await hand.write(other.getByRole('textbox', { name: 'E-post' }), 'dagny@invanare.example')
    await hand.write(box(page, 'E-post').last(), 'klubben@invanare.example')
    await goOn(page, hand)
  })

  await test.step('adds, mends, changes and removes activities, and sees what they come to', async () => {
    await expect(step(page, 'Aktiviteter')).toBeVisible()
    await goOn(page, hand)
    await expectProblems(page, 1)
    await hand.press(
      page.getByRole('alert').getByRole('link', { name: 'Fyll i minst en rad i ”Periodens aktiviteter”' }),
    )
    await expect(page.getByRole('listitem').filter({ has: openActivity(page) })).toBeFocused()
    await writeActivity(page, hand, { name: 'Nybörjare', girls: '60', boys: '40' })
    await hand.press(page.getByRole('button', { name: 'Lägg till aktivitet' }))
    await expect(page.getByText('Aktivitet 1: Nybörjare')).toBeVisible()
    await writeActivity(page, hand, { name: 'Tävling', girls: '30', boys: 'många' })
    await look(page, 'grant activities')
    await hand.press(rowButton(page, 'Klar', 'Aktivitet 2'))
    await expect(page.getByRole('listitem').filter({ hasText: 'Aktivitet 2: Tävling' })).toContainText('Behöver rättas')
    await goOn(page, hand)
    await expectProblems(page, 1)
    await look(page, 'grant activities with a problem')
    const boys = openActivity(page).getByRole('textbox', { name: /pojkar/ })
    const words = 'Skriv ett tal med siffror i ”Deltagartillfällen, pojkar”'
    await hand.press(page.getByRole('alert').getByRole('link', { name: `Aktivitet 2: ${words}` }))
    await expect(boys).toBeFocused()
    await hand.write(boys, '1 200')

    await hand.press(page.getByRole('button', { name: 'Lägg till aktivitet' }))
    await hand.write(openActivity(page).getByRole('textbox', { name: /^Aktivitet/ }), 'Läger')
    await hand.press(rowButton(page, 'Ta bort aktivitet', 'Aktivitet 3'))
    await expect(page.getByText('Aktivitet 3 är borttagen.')).toBeVisible()
    await look(page, 'grant activity removed')
    await hand.press(rowButton(page, 'Ändra', 'Aktivitet 1'))
    const girls = openActivity(page).getByRole('textbox', { name: /flickor/ })
    await expect(girls).toHaveValue('60')
    await hand.write(girls, '65')
    await hand.press(rowButton(page, 'Klar', 'Aktivitet 1'))
    await expect(page.getByText('Summa deltagartillfällen, flickor').locator('..')).toContainText(/95$/)
    await goOn(page, hand)
  })

  await test.step('sees the sum applied for, and tells of the account and other grants', async () => {
    await expect(step(page, 'Ekonomi')).toBeVisible()
    await expect(page.getByText('1 335', { exact: true })).toBeVisible()
    await expect(page.getByText('10 680 kr', { exact: true })).toBeVisible()
    await hand.choose(page.getByRole('radio', { name: 'Bankgiro' }))
    const account = box(page, 'Bankgironummer')
    await openDependent(page, hand, account)
    await hand.choose(page.getByRole('group', { name: /andra bidrag för samma/ }).getByRole('radio', { name: 'Ja' }))
    const amounts = box(page, 'Belopp')
    await openDependent(page, hand, amounts)
    await hand.write(account, '5050-1056')
    await hand.write(box(page, 'Från vem'), 'Riksidrottsförbundet')
    await hand.write(amounts, '3,50')
    await goOn(page, hand)
    await expectProblems(page, 2)
    await look(page, 'grant money with problems')
    const digits = 'Skriv ett giltigt bankgironummer med sju eller åtta siffror i ”Bankgironummer”'
    await expectProblem(page, hand, account, digits)
    await hand.press(page.getByRole('alert').getByRole('link', { name: 'Bidrag 1: Skriv beloppet i hela kronor' }))
    await expect(amounts).toBeFocused()
    await hand.write(account, '5050-1055')
    await hand.write(amounts, '12 500 kr')
    await hand.press(page.getByRole('button', { name: 'Lägg till bidrag' }))
    await hand.write(box(page, 'Från vem').nth(1), 'Sparbanken')
    await hand.write(amounts.nth(1), '3000')
    await goOn(page, hand)
  })

  await test.step('attaches the documents', async () => {
    await expect(step(page, 'Bilagor')).toBeVisible()
    for (const [question, name] of [
      [/Protokoll från årsmötet/, 'årsmöte.pdf'],
      [/Protokoll där firmatecknare/, 'firmatecknare.pdf'],
      [/Verksamhetsberättelse/, 'verksamhet.pdf'],
      [/Ekonomisk berättelse/, 'ekonomi.pdf'],
      [/Revisionsberättelse/, 'revision.pdf'],
    ] as const) {
      await attach(page, hand, question, aPdf(name))
    }
    await hand.choose(page.getByRole('group', { name: /första gången/ }).getByRole('radio', { name: 'Nej' }))
    await hand.choose(page.getByRole('checkbox', { name: /intygar/ }))
    await look(page, 'grant attachments')
    await goOn(page, hand)
  })

  await expect(step(page, 'Granska')).toBeVisible()
  await expect(page.getByText('15 500 kr')).toBeVisible()
  await look(page, 'review of a grant')

  await test.step('signs first, and Dagny after', async () => {
    await expect(box(page, 'E-post')).toHaveValue('dagny@invanare.example')
    await goOnToSign(page, hand)
    await signWithBankId(page, hand, person)
    await expect(step(page, 'Väntar på underskrift')).toBeVisible()
    await look(page, 'waiting for a signatory')
    const other = await browser.newContext({ baseURL: origin, locale: 'sv-SE' })
    const dagny = await other.newPage()
    await logIn(dagny, 'Dagny Test')
    await readAndGoOn(dagny, mouse, draftOn(page))
    await expect(dagny.getByText('Firmatecknare')).toBeVisible()
    await signWithFreja(dagny, mouse, 'Dagny Test')
    await expect(dagny).toHaveURL(/\/mina-sidor\/arenden\//)
    await other.close()
    await page.reload()
  })

  await expect(page.getByRole('heading', { name: 'Vi har nu mottagit ditt ärende!' })).toBeVisible()
  const number = await numberOn(page)
  await hand.press(page.locator('main').getByRole('link', { name: 'Till Mina sidor' }))
  const own = page.getByRole('listitem').filter({ hasText: numbered(number) })
  await expect(own).toContainText('Inkommet')

  const desk = await browser.newContext({ baseURL: origin, locale: 'sv-SE' })
  const karin = await desk.newPage()
  await logInAsStaff(karin, 'Karin Lind')
  await openCase(karin, number)
  await expect(karin.getByText(club)).toBeVisible()
  await expect(karin.getByText('Inte kontrollerat')).toBeVisible()
  const activities = karin.getByRole('listitem').filter({ hasText: /^Aktivitet \d/ })
  await expect(activities).toHaveText([/Nybörjare.*65.*40/, /Tävling.*30.*1\s200/])
  await expect(karin.getByRole('row', { name: /Bidrag 2/ })).toContainText('3 000 kr')
  await look(karin, 'staff case with rows')
  await expectEvidence(desk, karin.url())
  await desk.close()
})
