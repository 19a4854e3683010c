import { type Installation, startInstallation } from '../support/installation/installation.ts'
import { chooseApp, openApp, readQr } from './support/apps.ts'
import { mouse } from './support/hand.ts'
import { expect, test as journey } from './support/journey.ts'
import { answerAs, isBack } from './support/people.ts'

/** An installation of this journey's own, since its program is going to be killed; BankID goes on. */
const test = journey.extend<{ own: Installation }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern which fixtures are used
  own: async ({}, use) => {
    const installation = await startInstallation()
    await use(installation)
    await installation.stop()
  },
})

test('the program killed between the start of an identification and its end: the person goes on', async ({
  page,
  browser,
  own,
}) => {
  const menu = page.getByRole('banner').getByRole('button', { name: 'Bo Exempel' })
  const begin = async () => {
    await page.goto(`${own.origin}/e-tjanster/parkeringstillstand`)
    await page.getByRole('button', { name: 'Starta e-tjänsten' }).click()
  }

  await test.step('while the QR code is up, and somebody has read it', async () => {
    await begin()
    await chooseApp(page, mouse, 'BankID', 'en annan enhet')
    const device = await browser.newContext({ locale: 'sv-SE' })
    const phone = await device.newPage()
    await phone.goto(`${own.simulators}/bankid`)
    await phone.getByRole('textbox', { name: 'QR-kodens text' }).fill(await readQr(page))
    await phone.getByRole('button', { name: 'Läs texten' }).click()
    await own.killProgram()
    await answerAs(phone, 'Bo Exempel')
    await own.startProgram()
    await expect(page.getByRole('heading', { level: 1, name: 'Innan du börjar' })).toBeVisible()
    await expect(menu).toBeVisible()
    await device.close()
  })

  await test.step('while the person is in the app on the same device', async () => {
    await page.context().clearCookies()
    await begin()
    await chooseApp(page, mouse, 'BankID', 'den här enheten')
    await openApp(page, mouse, 'BankID')
    await page.getByRole('radio', { name: 'Bo Exempel' }).check()
    await own.killProgram()
    // Nobody is there: the browser says so, and the person asks again.
    const [gone] = await Promise.all([
      page.waitForEvent('requestfailed'),
      page.getByRole('button', { name: 'Legitimera' }).click(),
    ])
    await own.startProgram()
    await page.goto(gone.url())
    await isBack(page)
    await expect(page.getByRole('heading', { level: 1, name: 'Innan du börjar' })).toBeVisible()
    await expect(menu).toBeVisible()
  })
})
