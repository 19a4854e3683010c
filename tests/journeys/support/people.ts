import type { Page } from '@playwright/test'
import { type Hand, mouse } from './hand.ts'

/** From the login page through the hub and back, as one of the test persons. */
export async function identifyAs(page: Page, name: string, hand: Hand = mouse, method = 'BankID'): Promise<void> {
  await hand.press(page.getByRole('link', { name: 'Logga in med e-legitimation' }))
  await hand.press(page.getByRole('button', { name: method, exact: true }))
  await hand.choose(page.getByRole('radio', { name }))
  await hand.press(page.getByRole('button', { name: 'Legitimera' }))
  await isBack(page)
}

/** A page asked for while the provider's answer is under way would stop the login. */
const isBack = async (page: Page): Promise<void> =>
  await page.waitForURL(({ pathname }) => !/^\/(hub|staff|logga-in)\//.test(pathname))

/** Logs a citizen in by the header of the start page. */
export async function logIn(page: Page, name: string, hand: Hand = mouse, origin = ''): Promise<void> {
  await page.goto(`${origin}/`)
  await hand.press(page.getByRole('banner').getByRole('link', { name: 'Logga in' }))
  await identifyAs(page, name, hand)
}

/** Logs a staff member in at their municipality's own provider. */
export async function logInAsStaff(page: Page, name: string, origin = ''): Promise<void> {
  await page.goto(`${origin}/logga-in`)
  await page.getByRole('link', { name: 'Logga in som medarbetare' }).click()
  await page.getByRole('radio', { name }).check()
  await page.getByRole('button', { name: 'Logga in' }).click()
  await isBack(page)
}
