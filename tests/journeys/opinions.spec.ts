import { numbered, numberOn, openCase } from './support/cases.ts'
import { aPdf } from './support/files.ts'
import { expect, test } from './support/journey.ts'
import { fillOpinion, sendOpinion } from './support/opinion.ts'
import { identifyAs, logIn, logInAsStaff } from './support/people.ts'

/** Words that stand in one journey alone. */
const something = (what: string) => `${what} ${Math.random().toString(36).slice(2)}`

test('an opinion is answered, and both sides write and attach @citizen', async ({
  page,
  browser,
  hand,
  look,
  origin,
}) => {
  const heading = something('Simhallen')
  await page.goto('/e-tjanster/synpunkt')
  await hand.press(page.getByRole('button', { name: 'Logga in och starta' }))
  await identifyAs(page, 'Elsa Prov', hand)
  await fillOpinion(page, hand, heading)
  await sendOpinion(page, hand, 'Ja')
  await look(page, 'receipt of an opinion')
  const number = await numberOn(page)
  const toCase = page.getByRole('link', { name: new RegExp(`^Till ärende.*${number}`) })
  await hand.press(toCase)
  const messages = page.getByRole('navigation', { name: 'Ärendet' }).getByRole('link', { name: /Meddelanden/ })
  await hand.press(messages)
  await expect(page.getByText('Det finns inga meddelanden i ärendet.')).toBeVisible()
  await look(page, 'no messages')

  const desk = await browser.newContext({ baseURL: origin, locale: 'sv-SE' })
  const karin = await desk.newPage()
  await logInAsStaff(karin, 'Karin Lind')
  await openCase(karin, number)
  await expect(karin.getByText(heading)).toBeVisible()
  await karin.getByRole('link', { name: 'Nytt meddelande' }).click()
  await look(karin, 'staff message form')
  await karin.getByRole('button', { name: 'Skicka meddelande' }).click()
  await expect(karin.getByRole('alert').getByRole('link', { name: 'Skriv ett meddelande.' })).toBeVisible()
  await look(karin, 'staff message form with a problem')
  await karin.getByRole('textbox', { name: /Meddelande/ }).fill('Klockan sju.\nSe bilagan.')
  await karin.locator('input[type=file]').setInputFiles(aPdf('öppettider.pdf'))
  await karin.getByRole('button', { name: 'Skicka meddelande' }).click()
  await expect(karin.getByText('Meddelandet är skickat.')).toBeVisible()

  await test.step('she sees that there is something new, reads it and answers', async () => {
    await page.goto('/mina-sidor')
    await expect(page.getByRole('listitem').filter({ has: toCase })).toContainText('1 nytt meddelande')
    await hand.press(page.getByRole('link', { name: /^Notiser \(\d+\)$/ }))
    const notice = page.getByRole('listitem').filter({ hasText: `Nytt meddelande i ärende ${number}` })
    await expect(notice.getByText('Ny', { exact: true })).toBeVisible()
    await look(page, 'notices')
    await page.goto('/mina-sidor')
    await hand.press(toCase)
    await expect(messages).toContainText('1 nytt')
    await hand.press(messages)
    const received = page.getByRole('listitem').filter({ hasText: 'Klockan sju.' })
    await expect(received.getByText('Nytt', { exact: true })).toBeVisible()
    await look(page, 'unread message')
    const attachment = await received.getByRole('link', { name: 'öppettider.pdf' }).getAttribute('href')
    const answered = await page.context().request.get(attachment ?? '')
    expect((await answered.body()).equals(aPdf('öppettider.pdf').buffer)).toBe(true)

    await hand.press(page.getByRole('button', { name: 'Skicka meddelande' }))
    await expect(page.getByRole('alert').getByRole('link', { name: 'Skriv ett meddelande.' })).toBeVisible()
    await look(page, 'message form with a problem')
    await expect(received.getByText('Nytt', { exact: true })).toHaveCount(0)
    await hand.write(page.getByRole('textbox', { name: /Meddelande/ }), 'Tack! Jag kommer.')
    await page.locator('input[type=file]').setInputFiles(aPdf('anmälan.pdf'))
    await hand.press(page.getByRole('button', { name: 'Skicka meddelande' }))
    await expect(page.getByText('Meddelandet är skickat.')).toBeVisible()
    await look(page, 'message sent')
  })

  await test.step('the case worker sees that there is something new, and closes the case', async () => {
    await karin.goto('/handlaggning/arenden?vy=alla')
    await expect(karin.getByRole('row').filter({ hasText: numbered(number) })).toContainText('1 nytt meddelande')
    await openCase(karin, number)
    const received = karin.getByRole('listitem').filter({ hasText: 'Tack! Jag kommer.' }).last()
    await expect(received.getByText('Nytt', { exact: true })).toBeVisible()
    await expect(received.getByRole('link', { name: /anmälan\.pdf/ })).toBeVisible()
    await karin.getByRole('link', { name: 'Ändra status' }).click()
    await karin.getByRole('radio', { name: 'Avslutat' }).check()
    await karin.getByRole('button', { name: 'Ändra status' }).click()
    await expect(karin.getByText('Ärendet har fått ny status.')).toBeVisible()
  })

  await page.goto('/mina-sidor')
  await expect(page.getByRole('heading', { level: 2, name: 'Avslutade' })).toBeVisible()
  await look(page, 'my pages with finished cases')
  await hand.press(toCase)
  await hand.press(messages)
  await expect(page.getByText('Ärendet är avslutat. Därför går det inte att skriva nya meddelanden.')).toBeVisible()
  await look(page, 'messages of a closed case')
  await desk.close()
})

test('what was begun without login can be taken along to Mina sidor, and removed there @citizen', async ({
  page,
  hand,
  look,
}) => {
  const heading = something('Lekplatsen')
  await page.goto('/e-tjanster/synpunkt')
  await hand.press(page.getByRole('button', { name: 'Starta utan inloggning' }))
  await fillOpinion(page, hand, heading)
  await expect(page.getByRole('button', { name: 'Spara', exact: true })).toHaveCount(0)
  const form = page.url()

  await hand.press(page.getByRole('banner').getByRole('link', { name: 'Logga in' }))
  await identifyAs(page, 'Elsa Prov', hand)
  await expect(page).toHaveURL(form)
  await hand.press(page.getByRole('button', { name: 'Föregående' }))
  await expect(page.getByRole('textbox', { name: 'Rubrik' })).toHaveValue(heading)
  await hand.press(page.getByRole('button', { name: 'Spara och avsluta' }))
  await expect(page.getByRole('heading', { level: 1, name: 'Din ansökan är sparad' })).toBeVisible()
  await expect(page.getByText('En sparad ansökan är inte en inkommen handling.')).toBeVisible()
  await look(page, 'saved and left')
  await hand.press(page.locator('main').getByRole('link', { name: 'Till Mina sidor' }))

  const own = page.getByRole('listitem').filter({ has: page.locator(`a[href*="${form.split('/')[4]}"]`) })
  await expect(page.getByRole('heading', { level: 2, name: 'Sparade, ej inskickade' })).toBeVisible()
  await look(page, 'my pages with something saved')
  await hand.press(own.getByRole('link', { name: /^Ta bort/ }))
  await hand.press(page.getByRole('button', { name: 'Ta bort' }))
  await expect(page.getByRole('heading', { level: 1, name: 'Mina ärenden' })).toBeVisible()
  await expect(own).toHaveCount(0)
  expect((await page.context().request.get(form)).status()).toBe(404)
})

test('what is sent without a name stays without one @citizen', async ({ page, browser, hand, look, origin }) => {
  const heading = something('Biblioteket')
  await page.goto('/e-tjanster/synpunkt')
  await hand.press(page.getByRole('button', { name: 'Starta utan inloggning' }))
  await fillOpinion(page, hand, heading, 'Kontakt och webb')
  await sendOpinion(page, hand, 'Nej')
  await look(page, 'receipt without login')
  const number = await numberOn(page)
  await logIn(page, 'Elsa Prov', hand)
  await page.goto('/mina-sidor')
  await expect(page.getByText(number)).toHaveCount(0)

  const desk = await browser.newContext({ baseURL: origin, locale: 'sv-SE' })
  const kim = await desk.newPage()
  await logInAsStaff(kim, 'Kim Ek')
  await openCase(kim, number)
  await expect(kim.getByText(heading)).toBeVisible()
  await expect(kim.getByText('Utan inloggning').first()).toBeVisible()
  await expect(kim.getByRole('link', { name: 'Nytt meddelande' })).toHaveCount(0)
  await desk.close()
})
