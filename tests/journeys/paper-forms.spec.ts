import { readFile } from 'node:fs/promises'
import type { Locator, Page } from '@playwright/test'
import { lettersIn } from '../../src/documents/testing/pdf-text.ts'
import { goOn, writeDate } from './support/form.ts'
import type { Hand } from './support/hand.ts'
import { expect, test } from './support/journey.ts'
import { logInAsStaff } from './support/people.ts'
import { expectProblem, expectProblems, openDependent } from './support/problems.ts'

const squeezed = (words: string) => words.replace(/\s/g, '')

/** Downloads a PDF by its link; answers its name and letters. */
async function downloaded(page: Page, hand: Hand, link: Locator) {
  const [download] = await Promise.all([page.waitForEvent('download'), hand.press(link)])
  return { name: download.suggestedFilename(), letters: lettersIn(await readFile(await download.path())) }
}

test('a power of attorney is filled in on screen and printed; nothing is sent @citizen', async ({
  page,
  browser,
  hand,
  look,
  origin,
}) => {
  const year = new Date().getFullYear() + 1
  const name = `Berit Prov ${Math.floor(Math.random() * 1e6)}`
  await page.goto('/e-tjanster/fullmakt')
  await look(page, 'paper form, start page')
  await test.step('the empty form', async () => {
    const { name: file, letters } = await downloaded(
      page,
      hand,
      page.getByRole('link', { name: /^Ladda ner blanketten \(PDF, 3 sidor, \d+ kB\)$/ }),
    )
    expect(file).toBe('fullmakt-sv.pdf')
    expect(letters).toContain(squeezed('Fyll i bara om du svarade ”Ett ärende” på frågan ”Vad gäller fullmakten?”.'))
  })
  await test.step('the service’s own file', async () => {
    const { name: file, letters } = await downloaded(
      page,
      hand,
      page.getByRole('link', { name: /^Återkalla en fullmakt, på svenska \(PDF, \d+ kB\)$/ }),
    )
    expect(file).toBe('aterkalla-fullmakt.pdf')
    expect(letters).toContain(squeezed('Jag återkallar fullmakten.'))
  })

  await hand.press(page.getByRole('button', { name: 'Fyll i på skärmen' }))
  await page.getByRole('heading', { level: 1, name: 'Du som ger fullmakten' }).waitFor()
  const write = async (question: string, words: string) =>
    await hand.write(page.getByRole('textbox', { name: new RegExp(`^${question}`) }), words)
  await write('Ditt namn', name)
  await write('Ditt personnummer', '19800101-2387')
  await write('Din gatuadress', 'Ekvägen 4')
  await write('Postnummer', '900 01')
  await write('Postort', 'Exempelköping')
  await look(page, 'paper form, a step')
  await goOn(page, hand)

  await page.getByRole('heading', { level: 1, name: 'Ditt ombud' }).waitFor()
  await write('Ombudets namn', 'Bo Ombud')
  await write('Ombudets personnummer', '19700101-2389')
  await write('Ombudets adress', 'Storgatan 1, 900 01 Exempelköping')
  await goOn(page, hand)

  await page.getByRole('heading', { level: 1, name: 'Vad fullmakten gäller' }).waitFor()
  await hand.choose(page.getByRole('radio', { name: 'En sorts ärenden' }))
  const kind = page.getByRole('textbox', { name: 'Vilken sorts ärenden?' })
  await openDependent(page, hand, kind)
  await hand.write(kind, 'Bygglov')
  await hand.choose(page.getByRole('checkbox', { name: 'Läsa det som finns i ärendet' }))
  const money = page.getByRole('group', { name: 'Får ombudet ta emot pengar åt dig?' })
  await hand.choose(money.getByRole('radio', { name: 'Nej' }))
  await goOn(page, hand)

  await page.getByRole('heading', { level: 1, name: 'Hur länge den gäller' }).waitFor()
  await look(page, 'paper form, a step with a file')
  const [from, until] = [/^Gäller från och med/, /^Gäller till och med/]
  await writeDate(page, hand, from, ['1', '1', String(year)])
  const day = await writeDate(page, hand, until, ['2', '1', String(year + 3)])
  await goOn(page, hand)
  await expectProblems(page, 1)
  await expectProblem(page, hand, day, `Datumet i ”Gäller till och med” kan vara senast 1 januari ${year + 3}`)
  await look(page, 'paper form, a period that is too long')
  await writeDate(page, hand, until, ['31', '12', String(year - 1)])
  await goOn(page, hand)
  await expectProblem(page, hand, day, `Datumet i ”Gäller till och med” kan vara tidigast 1 januari ${year}`)
  await writeDate(page, hand, until, ['31', '12', String(year + 2)])
  await goOn(page, hand)

  await page.getByRole('heading', { level: 1, name: 'Granska' }).waitFor()
  await expect(page.getByRole('button', { name: 'Skicka in' })).toHaveCount(0)
  await look(page, 'paper form, review')
  await hand.press(page.getByRole('button', { name: 'Skapa blanketten' }))
  await page.getByRole('heading', { level: 1, name: 'Blanketten är klar' }).waitFor()
  await look(page, 'paper form, made')
  const shown = page.locator('main').getByText(/^[2-9A-Z]{4}-[2-9A-Z]{4}$/)
  const code = (await shown.textContent()) ?? ''
  const { name: file, letters } = await downloaded(
    page,
    hand,
    page.getByRole('link', { name: /^Ladda ner blanketten/ }),
  )
  expect(file).toBe(`fullmakt-${code}.pdf`)
  for (const words of [
    `Ditt namn ${name}`,
    'Vilken sorts ärenden? Bygglov',
    `Gäller till och med 31 december ${year + 2}`,
    'Namnteckning',
    `Kod ${code}`,
  ]) {
    expect(letters).toContain(squeezed(words))
  }
  expect(letters).not.toContain(squeezed('Ärendets nummer'))

  await test.step('what was filled in is removed', async () => {
    const made = page.url()
    await hand.press(page.getByRole('link', { name: 'Ta bort det jag har fyllt i nu' }))
    await page.getByRole('heading', { level: 1, name: 'Vill du ta bort det du har fyllt i?' }).waitFor()
    await look(page, 'paper form, removing')
    await hand.press(page.getByRole('button', { name: 'Ta bort' }))
    // A key is let go before the page has come.
    await expect.poll(async () => (await page.request.get(made)).status()).toBe(404)
  })

  await test.step('Hugo looks up the code of the paper that has come by post', async () => {
    const desk = await browser.newContext({ baseURL: origin, locale: 'sv-SE' })
    const hugo = await desk.newPage()
    await logInAsStaff(hugo, 'Hugo Berg')
    await hugo.getByRole('link', { name: 'Blanketter' }).click()
    await hugo.getByRole('textbox', { name: 'Kod på blanketten' }).fill(code.toLowerCase())
    await hugo.getByRole('button', { name: 'Visa' }).click()
    await expect(hugo.getByRole('heading', { name: 'Fullmakt att företräda dig i ett ärende' })).toBeVisible()
    await expect(hugo.getByText('Version 1')).toBeVisible()
    await expect(hugo.getByText(name)).toHaveCount(0)
    await look(hugo, 'staff, code of a paper form')
    await hugo.getByRole('textbox', { name: 'Kod på blanketten' }).fill(`${code}X`)
    await hugo.getByRole('button', { name: 'Visa' }).click()
    await expectProblems(hugo, 1)
    await look(hugo, 'staff, mistyped code of a paper form')
    await desk.close()
  })
})

test('a form with data on health is only printed @citizen', async ({ page, hand, look }) => {
  await page.goto('/e-tjanster/god-man')
  await look(page, 'paper form that is only printed')
  await expect(page.getByRole('button', { name: 'Fyll i på skärmen' })).toHaveCount(0)
  const { letters } = await downloaded(page, hand, page.getByRole('link', { name: /^Ladda ner blanketten/ }))
  for (const words of ['Anmälan om behov av god man eller förvaltare', 'Beskriv behovet *', 'Namnteckning']) {
    expect(letters).toContain(squeezed(words))
  }
  const english = await downloaded(page, hand, page.getByRole('link', { name: /^Blanketten på engelska/ }))
  expect(english.name).toBe('god-man-en.pdf')
  expect(english.letters).toContain(squeezed('Describe the need *'))
})
