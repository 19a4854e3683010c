import { type Page, test } from '@playwright/test'
import { type Hand, mouse } from './hand.ts'

/** From the login page through the hub and back, as one of the test persons. */
export async function identifyAs(page: Page, name: string, hand: Hand = mouse, method = 'BankID'): Promise<void> {
  await hand.press(page.getByRole('link', { name: 'Logga in med e-legitimation' }))
  await hand.press(page.getByRole('button', { name: method, exact: true }))
  await answerAs(page, name, hand)
  await isBack(page)
}

/** Chooses a test person on the page of a hub or in an app, and says that it is they, or that they sign. */
export async function answerAs(
  page: Page,
  name: string,
  hand: Hand = mouse,
  button: 'Legitimera' | 'Skriv under' = 'Legitimera',
): Promise<void> {
  await hand.choose(page.getByRole('radio', { name }))
  await leave(page, hand, button)
}

/** Cancels on the page of a hub or in an app. */
export const cancelThere = async (page: Page, hand: Hand = mouse): Promise<void> => await leave(page, hand, 'Avbryt')

/** A SAML answer is a form on a page of the hub's, which scripts send; where there are none the person does. */
async function leave(page: Page, hand: Hand, button: string): Promise<void> {
  const isSaml = new URL(page.url()).pathname.startsWith('/saml/')
  await hand.press(page.getByRole('button', { name: button, exact: true }))
  const { javaScriptEnabled = true } = test.info().project.use
  if (isSaml && !javaScriptEnabled) await hand.press(page.getByRole('button', { name: 'Fortsätt', exact: true }))
}

/** A page asked for while the provider's answer is under way would stop the login. */
export const isBack = async (page: Page): Promise<void> =>
  await page.waitForURL(({ pathname }) => !/^\/(hub|saml|bankid|freja|staff|logga-in)\//.test(pathname))

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
