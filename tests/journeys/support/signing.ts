import { expect, type Page } from '@playwright/test'
import { type App, openApp } from './apps.ts'
import { type Hand, mouse } from './hand.ts'
import { answerAs, isBack } from './people.ts'

const approve = 'Skriv under'

/** From the review to the page on which the applicant signs, first of all. */
export async function goOnToSign(page: Page, hand: Hand): Promise<void> {
  await hand.press(page.getByRole('button', { name: 'Gå vidare och skriv under' }))
  await expect(page.getByRole('heading', { level: 1, name: /^Skriv under/ })).toBeVisible()
}

/** From a page with the ways to sign to what comes after: signs in an app on the same device, as one of the test persons. */
async function signInApp(page: Page, hand: Hand, { app, name }: { readonly app: App; readonly name: string }) {
  await hand.press(page.getByRole('link', { name: `Skriv under med ${app}`, exact: true }))
  await hand.press(page.getByRole('button', { name: `Öppna ${app} på den här enheten` }))
  await expect(page.getByRole('heading', { level: 1, name: `Skriv under med ${app}` })).toBeVisible()
  await openApp(page, hand, app)
  await answerAs(page, name, hand, approve)
  await isBack(page)
}

/** Signs with BankID on the same device. */
export const signWithBankId = async (page: Page, hand: Hand, name: string): Promise<void> =>
  await signInApp(page, hand, { app: 'BankID', name })

/** Signs with Freja on the same device. */
export const signWithFreja = async (page: Page, hand: Hand, name: string): Promise<void> =>
  await signInApp(page, hand, { app: 'Freja eID+', name })

/** Signs on the hub's page, with one of its e-IDs. */
export async function signAtHub(page: Page, name: string, hand: Hand = mouse, method = 'BankID'): Promise<void> {
  await hand.press(page.getByRole('link', { name: 'Skriv under med e-legitimation', exact: true }))
  await hand.press(page.getByRole('button', { name: method, exact: true }))
  await answerAs(page, name, hand, approve)
  await isBack(page)
}

/** Finds what somebody has been asked to sign on their Mina sidor, reads it, and goes on to the ways to sign it. */
export async function readAndGoOn(page: Page, hand: Hand, draft: string): Promise<void> {
  await page.goto(new URL('/mina-sidor', page.url()).href)
  const invitation = page.getByRole('link', { name: /^Läs och skriv under, / })
  await hand.press(invitation.and(page.locator(`[href="/signera/${draft}"]`)))
  await expect(page.getByRole('heading', { level: 1, name: 'Läs och skriv under' })).toBeVisible()
  await hand.press(page.getByRole('button', { name: 'Gå vidare till underskrift' }))
  await expect(page.getByRole('heading', { level: 1, name: approve })).toBeVisible()
}

/** The draft of the page that waits for signatures. */
export const draftOn = (page: Page): string => new URL(page.url()).pathname.split('/')[2] ?? ''
