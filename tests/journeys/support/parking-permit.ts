import type { Locator, Page } from '@playwright/test'
import { aPdf, aPhoto } from './files.ts'
import type { Hand } from './hand.ts'
import { openDependent } from './problems.ts'

const next = (page: Page) => page.locator('main').getByRole('button', { name: 'Nästa', exact: true }).last()

/** Fills in the step "Innan du börjar" for oneself. Who isn't known to live there is asked; others mustn't be. */
export async function fillBeforeYouStart(page: Page, hand: Hand, home: 'known' | 'unknown' = 'known'): Promise<void> {
  await hand.choose(page.getByRole('radio', { name: 'Jag själv' }))
  if (home === 'unknown') {
    const lives = page
      .getByRole('group', { name: /Är du folkbokförd i Exempelköping/ })
      .getByRole('radio', { name: 'Ja' })
    await openDependent(page, hand, lives)
    await hand.choose(lives)
  }
  await hand.press(next(page))
  await page.getByRole('heading', { level: 1, name: 'Du som söker' }).waitFor()
}

/** Fills in the step "Du som söker" as a driver who applies for the first time. */
export async function fillApplicant(page: Page, hand: Hand, email: string): Promise<void> {
  await hand.write(page.getByRole('textbox', { name: 'E-post' }), email)
  await hand.choose(page.getByRole('radio', { name: 'Första gången' }))
  await hand.choose(page.getByRole('radio', { name: 'Jag kör själv' }))
  await hand.press(next(page))
  await page.getByRole('heading', { level: 1, name: 'Rörelseförmåga och bilagor' }).waitFor()
}

/** Uploads a file to a question by its button, which works without script, too. */
export async function attach(page: Page, hand: Hand, question: RegExp, file: ReturnType<typeof aPdf>): Promise<void> {
  const field = page
    .locator('.question, fieldset, [id^="question-"]')
    .filter({ has: page.locator('input[type=file]'), hasText: question })
    .last()
  await field.locator('input[type=file]').setInputFiles(file)
  await hand.press(field.getByRole('button', { name: /Ladda upp/ }))
  await page.getByRole('listitem').filter({ hasText: file.name }).first().waitFor()
}

/** Fills in the last step, with a certificate and a photo. */
export async function fillMobility(page: Page, hand: Hand, metres = '80'): Promise<void> {
  await hand.choose(page.getByRole('checkbox', { name: 'Käpp' }))
  await hand.write(page.getByRole('textbox', { name: /Hur långt kan du gå/ }), metres)
  await hand.choose(page.getByRole('radio', { name: 'Mer än 1 år' }))
  const doctor = page.getByRole('group', { name: /kontakta läkaren/ })
  await hand.choose(doctor.getByRole('radio', { name: 'Ja' }))
  await attach(page, hand, /Läkarintyg/, aPdf())
  const [year = '', month = '', day = ''] = new Date()
    .toLocaleDateString('sv-SE', { timeZone: 'Europe/Stockholm' })
    .split('-')
  await writeDate(page, hand, /Läkarintygets datum/, [day, month, year])
  await attach(page, hand, /Foto i passformat/, aPhoto())
}

/** Writes day, month and year in a question's boxes; answers the first of them. */
export async function writeDate(
  page: Page,
  hand: Hand,
  question: RegExp,
  parts: readonly [string, string, string],
): Promise<Locator> {
  const boxes = page.getByRole('group', { name: question })
  for (const [index, name] of ['Dag', 'Månad', 'År'].entries()) {
    await hand.write(boxes.getByRole('textbox', { name }), parts[index] ?? '')
  }
  return boxes.getByRole('textbox', { name: 'Dag' })
}

export const goOn = async (page: Page, hand: Hand): Promise<void> => await hand.press(next(page))
