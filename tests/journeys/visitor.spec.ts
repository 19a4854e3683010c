import type { Page } from '@playwright/test'
import sharp from 'sharp'
import { numberOn } from './support/cases.ts'
import { aCameraPhoto, cameraMaker } from './support/files.ts'
import { attach, goOn } from './support/form.ts'
import { expect, test } from './support/journey.ts'
import { logInAsStaff } from './support/people.ts'
import { openDependent } from './support/problems.ts'

const paragraph = (page: Page, words: RegExp) => page.getByRole('paragraph').filter({ hasText: words })

test('a visitor reports a fault with a photo, of which Hugo gets the picture alone @citizen', async ({
  page,
  browser,
  hand,
  look,
  origin,
  simulators,
  request,
  javaScriptEnabled,
}) => {
  const email = `visitor-${Date.now()}-${Math.floor(Math.random() * 1e6)}@invanare.example`
  const place = `Vid lyktstolpe ${Math.floor(Math.random() * 1e6)}`
  const address = 'Storgatan 12, 900 01 Exempelköping'

  await page.goto('/e-tjanster/felanmalan')
  await look(page, 'service without login')
  await hand.press(page.getByRole('button', { name: 'Starta e-tjänsten' }))
  await expect(page.getByRole('heading', { level: 1, name: 'Felet' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Spara', exact: true })).toHaveCount(0)

  await hand.select(page.getByRole('combobox', { name: /Vad gäller det/ }), 'Hål i gatan')
  await test.step('a place by its address, by where the browser is, and in words', async () => {
    const where = page.getByRole('group', { name: /Var är felet/ })
    await hand.write(where.getByRole('textbox', { name: 'Sök på en adress' }), 'storgatan')
    await hand.press(where.getByRole('button', { name: 'Sök', exact: true }))
    await hand.choose(where.getByRole('radio', { name: address }))
    const coordinates = where.getByRole('textbox', { name: 'Koordinater' })
    const own = where.getByRole('button', { name: 'Använd min plats' })
    if (javaScriptEnabled) {
      await page.context().grantPermissions(['geolocation'])
      await page.context().setGeolocation({ latitude: 63.826, longitude: 20.2641 })
      await hand.press(own)
      await expect(coordinates).toHaveValue('63.82600, 20.26410')
      await expect(coordinates).toBeVisible()
    } else {
      await expect(own).toBeHidden()
    }
    await hand.write(where.getByRole('textbox', { name: 'Beskriv platsen med ord' }), place)
  })
  await hand.write(page.getByRole('textbox', { name: /Beskriv felet/ }), 'Djupt hål vid övergångsstället.')
  await hand.select(page.getByRole('combobox', { name: /Är felet på en statlig väg/ }), 'E4')
  await hand.choose(page.getByRole('group', { name: /Kan någon skada sig/ }).getByRole('radio', { name: 'Ja' }))
  await openDependent(page, hand, paragraph(page, /Ring jouren, 0900-12\s34\s99/))
  await expect(paragraph(page, /Ring Trafikverket, 0771-921\s921/)).toBeVisible()
  await look(page, 'visitor step')
  await goOn(page, hand)

  await page.getByRole('heading', { level: 1, name: 'Foto och svar' }).waitFor()
  const photo = await aCameraPhoto('hål.jpg')
  expect(await sharp(photo.buffer).metadata()).toHaveProperty('exif')
  await attach(page, hand, /Foto av felet/, photo)
  const picture = page.getByRole('listitem').filter({ hasText: 'hål.jpg' }).locator('img')
  await expect.poll(async () => await picture.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBe(192)
  const yes = page.getByRole('group', { name: /Vill du ha svar/ }).getByRole('radio', { name: 'Ja' })
  const mail = page.getByRole('textbox', { name: 'E-post' })
  await test.step('a question that depends on an answer appears without waiting for the server', async () => {
    const held = Promise.withResolvers<void>()
    await page.route('**/autospara', async (route) => {
      await held.promise
      await route.continue()
    })
    await expect(mail).toHaveCount(0)
    await hand.choose(yes)
    if (javaScriptEnabled) {
      await expect(mail).toBeVisible()
      await expect(page.getByRole('status').filter({ hasText: 'Nytt på sidan: Hit skickar vi svaret' })).toBeAttached()
      await expect(yes).toBeFocused()
    } else {
      await expect(mail).toHaveCount(0)
      await hand.press(page.getByRole('button', { name: 'Uppdatera' }))
    }
    await hand.write(mail, email)
    await look(page, 'visitor step with a question that has appeared')
    held.resolve()
  })
  await expect(mail).toHaveValue(email)
  await goOn(page, hand)

  await page.getByRole('heading', { level: 1, name: 'Granska' }).waitFor()
  for (const words of [place, address, 'hål.jpg']) await expect(page.getByText(words)).toBeVisible()
  await look(page, 'visitor review')
  await hand.press(page.getByRole('button', { name: 'Skicka in' }))
  await expect(page).toHaveURL(/\/kvittens\//)
  await look(page, 'visitor receipt')
  const number = await numberOn(page)
  expect(number).toMatch(/^\d{4}-\d{6}$/)
  await expect(page.getByText(place)).toHaveCount(0)

  const receipt = page.url()
  const pdf = await page.context().request.get(`${receipt}/pdf`)
  expect((await pdf.body()).subarray(0, 5).toString()).toBe('%PDF-')
  const other = await browser.newContext({ baseURL: origin })
  expect((await other.request.get(receipt)).status()).toBe(200)
  expect((await other.request.get(`${receipt}/pdf`)).status()).toBe(404)
  expect((await other.request.get(`${origin}/kvittens/${'A'.repeat(43)}`)).status()).toBe(404)
  await other.close()

  await expect
    .poll(async () => {
      const letters: readonly { to: string; text: string }[] = await (
        await request.get(`${simulators}/inbox.json`)
      ).json()
      return letters.filter((letter) => letter.to === email).map((letter) => letter.text)
    })
    .toContainEqual(expect.stringContaining(number))

  const desk = await browser.newContext({ baseURL: origin, locale: 'sv-SE' })
  const hugo = await desk.newPage()
  await logInAsStaff(hugo, 'Hugo Berg')
  await hugo.goto('/handlaggning/arenden?vy=alla')
  await hugo.getByRole('link', { name: number }).click()
  await expect(
    hugo.getByText('Ärendet är inskickat utan inloggning och kan inte kompletteras på Mina sidor.'),
  ).toBeVisible()
  await expect(hugo.getByText(place)).toBeVisible()
  const file = await hugo.getByRole('link', { name: /hål\.jpg/ }).getAttribute('href')
  const stored = await (await desk.request.get(file ?? '')).body()
  const told = await sharp(stored).metadata()
  expect(told).toMatchObject({ format: 'jpeg', width: 1200, height: 900 })
  expect(told).not.toHaveProperty('exif')
  expect(stored.includes(cameraMaker)).toBe(false)
  await expect(hugo.getByRole('link', { name: 'Begär komplettering' })).toHaveCount(0)
  await look(hugo, 'staff case without login')
  await desk.close()
})
