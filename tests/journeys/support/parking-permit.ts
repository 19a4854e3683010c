import type { Page } from '@playwright/test'
import { aPdf, aPhoto } from './files.ts'
import type { Hand } from './hand.ts'

const next = (page: Page) => page.locator('main').getByRole('button', { name: 'Nästa', exact: true }).last()

/** Fills in the step "Innan du börjar" for oneself. */
export async function fillBeforeYouStart(page: Page, hand: Hand, email: string): Promise<void> {
  await hand.write(page.getByRole('textbox', { name: 'E-post' }), email)
  await hand.choose(page.getByRole('radio', { name: 'Jag själv' }))
  await hand.press(next(page))
  await page.getByRole('heading', { level: 1, name: 'Du som söker' }).waitFor()
}

/** Fills in the step "Du som söker" as a driver who applies for the first time. */
export async function fillApplicant(page: Page, hand: Hand): Promise<void> {
  const resident = page.getByRole('group', { name: /folkbokförd i Exempelköping/ })
  await hand.choose(resident.getByRole('radio', { name: 'Ja' }))
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
  await attach(page, hand, /Foto i passformat/, aPhoto())
}

export const goOn = async (page: Page, hand: Hand): Promise<void> => await hand.press(next(page))
