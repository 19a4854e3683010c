import { numberOn } from './support/cases.ts'
import { aPhoto } from './support/files.ts'
import { expect, test } from './support/journey.ts'
import { attach, goOn } from './support/parking-permit.ts'
import { logInAsStaff } from './support/people.ts'

test('a visitor reports a fault with a photo, and Hugo sees that it can not be supplemented @citizen', async ({
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
  const place = `Storgatan ${Math.floor(Math.random() * 1e6)}`

  await page.goto('/e-tjanster/felanmalan')
  await look(page, 'service without login')
  await hand.press(page.getByRole('button', { name: 'Starta e-tjänsten' }))
  await expect(page.getByRole('heading', { level: 1, name: 'Felet' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Spara', exact: true })).toHaveCount(0)

  await hand.select(page.getByRole('combobox', { name: /Vad gäller det/ }), 'Hål i gatan')
  await hand.write(page.getByRole('textbox', { name: /Var är felet/ }), place)
  await hand.write(page.getByRole('textbox', { name: /Beskriv felet/ }), 'Djupt hål vid övergångsstället.')
  await hand.choose(page.getByRole('group', { name: /Kan någon skada sig/ }).getByRole('radio', { name: 'Nej' }))
  await look(page, 'visitor step')
  await goOn(page, hand)

  await page.getByRole('heading', { level: 1, name: 'Foto och svar' }).waitFor()
  await attach(page, hand, /Foto av felet/, aPhoto('hål.png'))
  const yes = page.getByRole('group', { name: /Vill du ha svar/ }).getByRole('radio', { name: 'Ja' })
  const address = page.getByRole('textbox', { name: 'E-post' })
  await test.step('a question that depends on an answer appears without waiting for the server', async () => {
    const held = Promise.withResolvers<void>()
    await page.route('**/autospara', async (route) => {
      await held.promise
      await route.continue()
    })
    await expect(address).toHaveCount(0)
    await hand.choose(yes)
    if (javaScriptEnabled) {
      await expect(address).toBeVisible()
      await expect(page.getByRole('status').filter({ hasText: 'Nytt på sidan: Hit skickar vi svaret' })).toBeAttached()
      await expect(yes).toBeFocused()
    } else {
      await expect(address).toHaveCount(0)
      await hand.press(page.getByRole('button', { name: 'Uppdatera' }))
    }
    await hand.write(address, email)
    await look(page, 'visitor step with a question that has appeared')
    held.resolve()
  })
  await expect(address).toHaveValue(email)
  await goOn(page, hand)

  await page.getByRole('heading', { level: 1, name: 'Granska' }).waitFor()
  await expect(page.getByText(place)).toBeVisible()
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
  await expect(hugo.getByRole('link', { name: 'Begär komplettering' })).toHaveCount(0)
  await look(hugo, 'staff case without login')
  await desk.close()
})
