import { numberOn, openCase } from './support/cases.ts'
import { expect, test } from './support/journey.ts'
import { logInAsStaff } from './support/people.ts'

test('a visitor of Nordby tells what they think, in English, and only Nora reads it @citizen', async ({
  page,
  browser,
  hand,
  look,
  origin,
  nordby,
}) => {
  const idea = `A bench by the harbour ${Math.random().toString(36).slice(2)}`
  const next = page.getByRole('button', { name: 'Next', exact: true })
  await page.goto(nordby)
  await hand.press(page.getByRole('contentinfo').getByRole('link', { name: 'English' }))
  await expect(page.getByRole('heading', { level: 1, name: 'What would you like to do?' })).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await look(page, 'start of Nordby in English')

  await hand.write(page.getByRole('searchbox'), 'tell us what you think')
  await hand.press(page.getByRole('button', { name: 'Search' }))
  await expect(page.getByRole('heading', { level: 1, name: 'Search results' })).toBeVisible()
  await look(page, 'search in English')
  await hand.press(page.getByRole('link', { name: /Tell Nordby what you think/ }))
  await expect(page.getByRole('heading', { level: 1, name: 'Tell Nordby what you think' })).toBeVisible()
  await look(page, 'service in English')
  await hand.press(page.getByRole('button', { name: 'Start without logging in' }))

  await expect(page.getByRole('heading', { level: 1, name: 'What you wish to say' })).toBeVisible()
  await hand.press(next)
  await expect(page.getByRole('alert').getByRole('link', { name: 'Fill in “Write here”' })).toBeVisible()
  await expect(page).toHaveTitle(/^Error: /)
  await look(page, 'step with problems in English')
  await hand.choose(page.getByRole('radio', { name: 'An idea' }))
  await hand.write(page.getByRole('textbox', { name: 'Write here' }), idea)
  await hand.press(next)
  await hand.choose(page.getByRole('radio', { name: 'No', exact: true }))
  await hand.press(next)
  await expect(page.getByRole('heading', { level: 1, name: 'Review' })).toBeVisible()
  await expect(page.getByText(idea)).toBeVisible()
  await look(page, 'review in English')
  await hand.press(page.getByRole('button', { name: 'Send', exact: true }))
  await expect(page.getByRole('heading', { name: 'Thank you for using our e-service' })).toBeVisible()
  await look(page, 'receipt in English')
  const number = await numberOn(page)

  const desk = await browser.newContext({ locale: 'sv-SE' })
  const nora = await desk.newPage()
  await logInAsStaff(nora, 'Nora Vik', nordby)
  await openCase(nora, number)
  await expect(nora.getByText(idea)).toBeVisible()
  await look(nora, 'staff case of Nordby')

  const kim = await desk.newPage()
  await logInAsStaff(kim, 'Kim Ek', origin)
  const address = new URL(nora.url()).pathname
  expect((await desk.request.get(`${origin}${address}`)).status()).toBe(404)
  await expect(kim.getByText(idea)).toHaveCount(0)
  await desk.close()
})
