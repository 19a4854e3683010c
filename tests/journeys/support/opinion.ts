import type { Page } from '@playwright/test'
import { expect } from '@playwright/test'
import { goOn } from './form.ts'
import type { Hand } from './hand.ts'

/** Fills in the first step of "Lämna synpunkt" and goes on to the next. The area decides who handles it. */
export async function fillOpinion(page: Page, hand: Hand, heading: string, area = 'Kultur och fritid'): Promise<void> {
  await expect(page.getByRole('heading', { level: 1, name: 'Din synpunkt' })).toBeVisible()
  await hand.choose(page.getByRole('radio', { name: 'En fråga' }))
  await hand.select(page.getByRole('combobox', { name: /Vilket område/ }), area)
  await hand.write(page.getByRole('textbox', { name: 'Rubrik' }), heading)
  await hand.write(page.getByRole('textbox', { name: 'Berätta' }), 'När öppnar simhallen?')
  await goOn(page, hand)
  await expect(page.getByRole('heading', { level: 1, name: 'Svar' })).toBeVisible()
}

/** Chooses whether to be answered, and sends. */
export async function sendOpinion(page: Page, hand: Hand, answer: 'Ja' | 'Nej'): Promise<void> {
  await hand.choose(page.getByRole('radio', { name: answer, exact: true }))
  await goOn(page, hand)
  await expect(page.getByRole('heading', { level: 1, name: 'Granska' })).toBeVisible()
  await hand.press(page.getByRole('button', { name: 'Skicka in' }))
  await expect(page.getByRole('heading', { name: 'Tack för att du använder vår e-tjänst' })).toBeVisible()
}
