import type { Page } from '@playwright/test'
import { expect } from '@playwright/test'
import type { Hand } from './hand.ts'
import { goOn } from './parking-permit.ts'

/** Fills in the first step of "Lämna synpunkt" and goes on to the next. */
export async function fillOpinion(page: Page, hand: Hand, heading: string): Promise<void> {
  await expect(page.getByRole('heading', { level: 1, name: 'Din synpunkt' })).toBeVisible()
  await hand.choose(page.getByRole('radio', { name: 'En fråga' }))
  await hand.select(page.getByRole('combobox', { name: /Vilket område/ }), 'Kultur och fritid')
  await hand.write(page.getByRole('textbox', { name: 'Rubrik' }), heading)
  await hand.write(page.getByRole('textbox', { name: 'Berätta' }), 'När öppnar simhallen?')
  await goOn(page, hand)
  await expect(page.getByRole('heading', { level: 1, name: 'Svar' })).toBeVisible()
}

/** Chooses how to be answered, and sends. */
export async function sendOpinion(page: Page, hand: Hand, answer: string): Promise<void> {
  await hand.choose(page.getByRole('radio', { name: answer }))
  await goOn(page, hand)
  await expect(page.getByRole('heading', { level: 1, name: 'Granska' })).toBeVisible()
  await hand.press(page.getByRole('button', { name: 'Skicka in' }))
  await expect(page.getByRole('heading', { name: 'Tack för att du använder vår e-tjänst' })).toBeVisible()
}
