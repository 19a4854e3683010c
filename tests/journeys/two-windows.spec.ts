import { goOn } from './support/form.ts'
import { mouse } from './support/hand.ts'
import { expect, test } from './support/journey.ts'
import { fillBeforeYouStart } from './support/parking-permit.ts'
import { identifyAs, logIn } from './support/people.ts'

const firstStep = { level: 1, name: 'Innan du börjar' } as const
const secondStep = { level: 1, name: 'Du som söker' } as const
const start = { name: 'Starta e-tjänsten' } as const
const permit = { name: 'Tillståndets nummer' } as const
const email = { name: 'E-post' } as const
const changedElsewhere = 'Svaret är ändrat i ett annat fönster'

test('two windows on one application never write over each other in silence @citizen', async ({
  page,
  context,
  hand,
  look,
  javaScriptEnabled,
}) => {
  await page.goto('/e-tjanster/parkeringstillstand')
  await hand.press(page.getByRole('button', start))
  await identifyAs(page, 'Gustav Samuelsson', hand)
  await fillBeforeYouStart(page, hand, 'unknown')
  const other = await context.newPage()
  await other.goto(page.url())
  await expect(other.getByRole('heading', secondStep)).toBeVisible()

  await hand.write(page.getByRole('textbox', email), 'ett@invanare.example')
  await hand.press(page.getByRole('button', { name: 'Spara', exact: true }))
  await expect(page.getByRole('heading', { name: 'Din ansökan är sparad' })).toBeVisible()

  await other.getByRole('textbox', email).fill('två@invanare.example')
  await other.getByRole('radio', { name: 'Första gången' }).check()
  await other.getByRole('radio', { name: 'Jag kör själv' }).check()
  // With script, saving while one writes brings it.
  if (!javaScriptEnabled) await goOn(other, mouse)
  await expect(other.getByRole('heading', { name: changedElsewhere })).toBeVisible()
  await expect(other.getByRole('blockquote')).toContainText('ett@invanare.example')
  await expect(other.getByRole('textbox', email)).toHaveValue('två@invanare.example')
  await look(other, 'step with a conflict')

  await page.reload()
  await expect(page.getByRole('textbox', email)).toHaveValue('ett@invanare.example')
  await expect(page.getByRole('radio', { name: 'Jag kör själv' })).toBeChecked()

  await goOn(other, mouse)
  await expect(other.getByRole('heading', { level: 1, name: 'Rörelseförmåga och bilagor' })).toBeVisible()
  await page.reload()
  await expect(page.getByRole('textbox', email)).toHaveValue('två@invanare.example')
})

test('what is written is saved while it is written, and the other window hears of it', async ({ page, context }) => {
  await page.clock.install()
  await page.goto('/e-tjanster/parkeringstillstand')
  await page.getByRole('button', start).click()
  await identifyAs(page, 'Gustav Samuelsson')
  await fillBeforeYouStart(page, mouse, 'unknown')
  const status = page.locator('#save-status')
  await expect(status).toHaveText(/^Sparat kl\. \d{2}\.\d{2}\.$/)

  await test.step('a question that depends on an answer opens at once, and closes again', async () => {
    const number = page.getByRole('textbox', permit)
    await expect(number).toHaveCount(0)
    await page.getByRole('radio', { name: 'Förnyelse av ett tillstånd' }).check()
    await expect(number).toBeVisible()
    await number.fill('P 4711')
    await page.getByRole('radio', { name: 'Första gången' }).check()
    await expect(number).toHaveCount(0)
    await page.getByRole('radio', { name: 'Förnyelse av ett tillstånd' }).check()
    await expect(number).toHaveValue('P 4711')
  })

  await test.step('it says when there is no connection, goes on meanwhile, and saves when it is back', async () => {
    const number = page.getByRole('textbox', permit)
    await context.setOffline(true)
    await page.getByRole('textbox', email).fill('ett@invanare.example')
    await expect(status).toContainText('Ingen anslutning.')
    await page.clock.fastForward('05:00')
    await number.fill('P 4711-B')
    await page.getByRole('radio', { name: 'Första gången' }).check()
    await expect(number).toHaveCount(0)
    await page.getByRole('radio', { name: 'Förnyelse av ett tillstånd' }).check()
    await expect(number).toHaveValue('P 4711-B')
    await goOn(page, mouse)
    await expect(status).toContainText('Ingen anslutning.')
    await context.setOffline(false)
    await expect(status).toHaveText(/^Sparat kl\. \d{2}\.\d{2}\.$/)
  })

  const other = await context.newPage()
  await other.goto(page.url())
  await expect(other.getByRole('textbox', email)).toHaveValue('ett@invanare.example')
  await expect(other.getByRole('textbox', permit)).toHaveValue('P 4711-B')

  const saved = page.waitForResponse('**/autospara')
  await page.getByRole('textbox', email).fill('två@invanare.example')
  await saved

  await test.step('who goes on while a save is under way sees the other answer before it is written over', async () => {
    const held = Promise.withResolvers<void>()
    await other.route('**/autospara', async (route) => {
      await held.promise
      await route.continue()
    })
    const save = other.waitForRequest('**/autospara')
    await other.getByRole('textbox', email).fill('tre@invanare.example')
    await save
    await goOn(other, mouse)
    held.resolve()
    await expect(other.getByRole('textbox', email)).toBeFocused()
    await expect(other.locator('#save-status')).toContainText('Ett svar är inte sparat')
    await expect(other.getByRole('heading', { name: changedElsewhere })).toBeVisible()
    await expect(other.getByRole('blockquote')).toContainText('två@invanare.example')
    await expect(other.getByRole('textbox', email)).toHaveValue('tre@invanare.example')
  })
})

test('an application that has been removed in one window is gone in the other @citizen', async ({
  page,
  context,
  hand,
  look,
}) => {
  await logIn(page, 'Gustav Samuelsson', hand)
  await page.goto('/e-tjanster/parkeringstillstand')
  await hand.press(page.getByRole('button', start))
  await expect(page.getByRole('heading', firstStep)).toBeVisible()
  const form = page.url()
  const other = await context.newPage()
  await other.goto(form)

  await hand.press(page.getByRole('link', { name: 'Ta bort ansökan' }))
  await expect(page.getByRole('heading', { level: 1, name: 'Vill du ta bort ansökan?' })).toBeVisible()
  await look(page, 'about to delete')
  await hand.press(page.getByRole('link', { name: 'Behåll' }))
  await expect(page).toHaveURL(form)
  await hand.press(page.getByRole('link', { name: 'Ta bort ansökan' }))
  await hand.press(page.getByRole('button', { name: 'Ta bort' }))
  await expect(page.getByRole('heading', { level: 1, name: 'Mina ärenden' })).toBeVisible()

  await other.getByRole('radio', { name: 'Jag själv' }).check()
  await goOn(other, mouse)
  await expect(other.getByRole('heading', { level: 1, name: 'Sidan finns inte' })).toBeVisible()
})
