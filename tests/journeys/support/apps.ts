import { type APIRequestContext, expect, type Page } from '@playwright/test'
import jsqr from 'jsqr'
import sharp from 'sharp'
import type { Hand } from './hand.ts'

/** The e-IDs that are asked without the hub, by the name on their button. */
export type App = 'BankID' | 'Freja eID+'

/** Where the app is. */
type Where = 'den här enheten' | 'en annan enhet'

/** From the login page to the page that waits for the app. */
export async function chooseApp(page: Page, hand: Hand, app: App, where: Where): Promise<void> {
  await hand.press(page.getByRole('link', { name: `Logga in med ${app}`, exact: true }))
  await hand.press(page.getByRole('button', { name: `Öppna ${app} på ${where}` }))
  await expect(page).toHaveURL(/\/logga-in\/pagar/)
}

/** From the page that waits into the app on the same device. */
export async function openApp(page: Page, hand: Hand, app: App): Promise<void> {
  await hand.press(page.getByRole('link', { name: `Öppna ${app}`, exact: true }))
  await page.waitForURL(/\/(bankid|freja)\/app/)
}

/**
 * What the QR code on the page says, read from a picture of it as a phone does. `unlike` is what it said before: waits until it leads to another
 * order.
 */
export async function readQr(page: Page, unlike?: string): Promise<string> {
  let text = ''
  await expect
    .poll(async () => {
      // The page may come anew while the picture is taken.
      const picture = await page
        .getByRole('img', { name: /^QR-kod/ })
        .screenshot()
        .catch(() => undefined)
      if (!picture) return false
      const { data, info } = await sharp(picture).ensureAlpha().raw().toBuffer({ resolveWithObject: true })
      text = jsqr.default(new Uint8ClampedArray(data), info.width, info.height)?.data ?? ''
      return text !== '' && (unlike === undefined || orderIn(text) !== orderIn(unlike))
    })
    .toBe(true)
  return text
}

/** The part of a BankID code that is the order's own; the rest changes each second. */
const orderIn = (text: string): string => text.split('.')[1] ?? text

/** Makes the order that BankID's code or app shows so many seconds older, for BankID: nobody waits for its limits in a test. */
export async function ageBankId(
  request: APIRequestContext,
  simulators: string,
  shown: string,
  seconds: number,
): Promise<void> {
  const order = new URL(shown, simulators).searchParams.get('autostarttoken') ?? orderIn(shown)
  const aged = await request.post(`${simulators}/bankid/clock`, { data: { order, seconds } })
  expect(aged.status()).toBe(200)
}

/** The same for the identification that Freja's app shows. */
export async function ageFreja(
  request: APIRequestContext,
  simulators: string,
  shown: string,
  seconds: number,
): Promise<void> {
  const transactionReference = new URL(shown).searchParams.get('transactionReference') ?? ''
  const aged = await request.post(`${simulators}/freja/clock`, { data: { transactionReference, seconds } })
  expect(aged.status()).toBe(200)
}
