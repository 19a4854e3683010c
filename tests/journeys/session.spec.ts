import type { Page } from '@playwright/test'
import { goOn } from './support/form.ts'
import { expect, test } from './support/journey.ts'
import { fillBeforeYouStart } from './support/parking-permit.ts'
import { identifyAs, logIn } from './support/people.ts'
import { idleMinutesLeft, moveIdleEnd } from './support/sessions.ts'

const firstStep = (page: Page) => page.getByRole('heading', { level: 1, name: 'Innan du börjar' })
const start = (page: Page) => page.getByRole('button', { name: 'Starta e-tjänsten' })

test('one login lasts the whole visit, until “Logga ut” @citizen', async ({ page, hand, look }) => {
  await page.goto('/e-tjanster/parkeringstillstand')
  await hand.press(page.getByRole('banner').getByRole('link', { name: 'Logga in' }))
  await identifyAs(page, 'Cecilia Prov', hand)
  await expect(page).toHaveURL('/e-tjanster/parkeringstillstand')
  await expect(page.getByRole('banner').getByRole('link', { name: 'Mina sidor' })).toBeVisible()
  await look(page, 'service when logged in')

  await hand.press(start(page))
  await expect(firstStep(page)).toBeVisible()

  await hand.press(page.getByRole('button', { name: 'Cecilia Prov' }))
  const menu = page.getByRole('navigation', { name: 'Din meny' })
  await expect(menu.getByRole('listitem')).toHaveText([
    'Mina ärenden',
    'Mina bokningar',
    'Mina köplatser',
    'Mina uppgifter',
    'Mina organisationer',
    'Logga ut',
  ])
  await look(page, 'name menu in a form')
  await hand.press(menu.getByRole('button', { name: 'Logga ut' }))
  await expect(page.getByRole('heading', { level: 1, name: 'Du är utloggad' })).toBeVisible()
  await expect(page.getByText(/^Stäng webbläsaren/)).toBeVisible()
  await expect(page.getByRole('banner').getByRole('link', { name: 'Logga in' })).toBeVisible()
  await look(page, 'logged out')

  await page.goto('/mina-sidor')
  await expect(page.getByRole('heading', { level: 1, name: 'Logga in' })).toBeVisible()
})

test('nothing typed is lost when the session has ended, and nobody else gets it @citizen', async ({
  page,
  context,
  hand,
  look,
}) => {
  await page.goto('/e-tjanster/parkeringstillstand')
  await hand.press(start(page))
  await identifyAs(page, 'Elsa Prov', hand)
  await fillBeforeYouStart(page, hand)
  const form = page.url()

  await test.step('she logs in again and stands where she stood', async () => {
    await moveIdleEnd(context, -1)
    await hand.write(page.getByRole('textbox', { name: 'E-post' }), 'elsa@borttappat.example')
    await hand.choose(page.getByRole('radio', { name: 'Jag kör själv' }))
    await goOn(page, hand)
    await expect(page.getByRole('heading', { name: 'Du har loggats ut, men det du skrev finns kvar' })).toBeVisible()
    await look(page, 'login after a late post')
    await identifyAs(page, 'Elsa Prov', hand)
    await expect(page).toHaveURL(form)
    await expect(page.getByRole('textbox', { name: 'E-post' })).toHaveValue('elsa@borttappat.example')
    await expect(page.getByRole('radio', { name: 'Jag kör själv' })).toBeChecked()
  })

  await test.step('somebody else who logs in instead finds nothing', async () => {
    await moveIdleEnd(context, -1)
    await hand.write(page.getByRole('textbox', { name: 'Telefonnummer' }), '070-555 01 23')
    await goOn(page, hand)
    await identifyAs(page, 'Bo Exempel', hand)
    await expect(page.getByRole('heading', { level: 1, name: 'Sidan finns inte' })).toBeVisible()
    await expect(page.getByText('borttappat')).toHaveCount(0)
    expect((await context.request.get(form)).status()).toBe(404)
    await look(page, 'not found when logged in')
  })
})

test('the end of the session is announced and can be put off @citizen', async ({
  page,
  context,
  hand,
  look,
  javaScriptEnabled,
}) => {
  const extend = { name: 'Fortsätt vara inloggad' }
  await logIn(page, 'Cecilia Prov', hand)
  if (javaScriptEnabled) await page.clock.install()
  await page.goto('/mina-sidor/uppgifter')
  await expect(page.getByText(/^Du loggas ut kl\. \d{2}\.\d{2} om du inte gör något\.$/)).toBeVisible()
  await moveIdleEnd(context, 4)

  if (javaScriptEnabled) {
    // The browser's clock goes on, the server's does not: the warning would come again at once if it were not stopped, too.
    await page.clock.fastForward('26:00')
    const warning = page.getByRole('dialog', { name: 'Du loggas snart ut' })
    await expect(warning).toBeVisible()
    await look(page, 'session about to end')
    await page.clock.pauseAt(Date.now() + 27 * 60_000)
    await hand.press(warning.getByRole('button', extend))
    await expect(warning).toBeHidden()
  } else {
    await hand.press(page.getByRole('button', extend))
  }
  await expect(page).toHaveURL('/mina-sidor/uppgifter')
  await expect.poll(async () => await idleMinutesLeft(context)).toBeGreaterThan(25)

  await moveIdleEnd(context, -1)
  if (javaScriptEnabled) {
    await page.clock.fastForward('31:00')
    await page.clock.resume()
  } else {
    await page.reload()
  }
  await expect(page.getByRole('heading', { name: 'Du har loggats ut' })).toBeVisible()
  await look(page, 'login after the end of the session')
  await identifyAs(page, 'Cecilia Prov', hand)
  await expect(page).toHaveURL('/mina-sidor/uppgifter')
})
