import { expect, type Page } from '@playwright/test'
import { aPdf, aPhoto } from './support/files.ts'
import type { Hand } from './support/hand.ts'
import { test } from './support/journey.ts'

const drawer = (page: Page) => page.getByRole('group', { name: /Foto av felet/ })

/** The step of "Felanmälan" that takes a photo. */
async function toPhotos(page: Page, hand: Hand): Promise<void> {
  await page.goto('/e-tjanster/felanmalan')
  await hand.press(page.getByRole('button', { name: 'Starta e-tjänsten' }))
  await hand.select(page.getByRole('combobox', { name: /Vad gäller det/ }), 'Träd')
  await hand.write(page.getByRole('textbox', { name: /Var är felet/ }), 'Parken')
  await hand.write(page.getByRole('textbox', { name: /Beskriv felet/ }), 'En gren hänger löst.')
  await hand.choose(page.getByRole('group', { name: /Kan någon skada sig/ }).getByRole('radio', { name: 'Nej' }))
  await hand.press(page.getByRole('button', { name: 'Nästa' }))
  await page.getByRole('heading', { level: 1, name: 'Foto och svar' }).waitFor()
}

test('a photo is shown small once it is uploaded @citizen', async ({ page, hand }) => {
  await toPhotos(page, hand)
  await drawer(page).locator('input[type=file]').setInputFiles(aPhoto('gren.png'))
  await hand.press(drawer(page).getByRole('button', { name: 'Ladda upp' }))
  await expect(drawer(page).getByRole('listitem')).toHaveText([/^gren\.png/])
  const picture = drawer(page).locator('img')
  await expect.poll(async () => await picture.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBe(144)
})

test('a photo arrives over a line that is cut again and again', async ({ page, hand }) => {
  await toPhotos(page, hand)
  let cuts = 0
  await page.route('**/filer/*', async (route) => {
    if (route.request().method() !== 'PATCH' || cuts >= 3) return await route.continue()
    cuts += 1
    await route.abort('connectionreset')
  })
  const posted = page.waitForRequest((request) => request.method() === 'POST' && request.url().includes('/foto'))
  await drawer(page).locator('input[type=file]').setInputFiles(aPhoto('gren.png'))
  await hand.press(drawer(page).getByRole('button', { name: 'Ladda upp' }))
  await expect(drawer(page).getByRole('listitem')).toHaveText([/^gren\.png/], { timeout: 30_000 })
  expect(cuts).toBe(3)
  // The form itself went without it.
  expect((await posted).postDataBuffer()?.includes('IHDR') ?? false).toBe(false)
})

test('a virus is refused in plain words, and the answers stay @citizen', async ({ page, hand }) => {
  await toPhotos(page, hand)
  const virus = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('')
  const photo = aPhoto('gren.png')
  const infected = { ...photo, buffer: Buffer.concat([photo.buffer, Buffer.from(virus)]) }
  await drawer(page).locator('input[type=file]').setInputFiles(infected)
  await hand.press(drawer(page).getByRole('button', { name: 'Ladda upp' }))
  await expect(page.getByRole('alert').getByText(/gren\.png innehåller ett virus och har inte sparats/)).toBeVisible()
  await expect(drawer(page).getByRole('listitem')).toHaveCount(0)
  await drawer(page).locator('input[type=file]').setInputFiles(aPdf('foto.pdf'))
  await hand.press(drawer(page).getByRole('button', { name: 'Ladda upp' }))
  await expect(page.getByRole('alert').getByText(/foto\.pdf är av fel slag/)).toBeVisible()
})
