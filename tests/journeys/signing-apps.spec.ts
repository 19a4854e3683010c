import type { Page } from '@playwright/test'
import { fillService } from '../support/client/application.ts'
import { type App, openApp, readQr } from './support/apps.ts'
import { expectEvidence } from './support/evidence.ts'
import { expect, test } from './support/journey.ts'
import { answerAs, cancelThere, isBack } from './support/people.ts'
import { openAs, writes } from './support/prepared.ts'

/** BankID has one order at a time for each person: the same journey runs three times at once. */
const people: Readonly<Record<string, readonly [id: string, name: string]>> = {
  mouse: ['nadja', 'Nadja Nyström'],
  keyboard: ['gustav', 'Gustav Samuelsson'],
}

const title = (page: Page, name: string) => page.getByRole('heading', { level: 1, name })

test('whoever cancels, changes device or lets somebody else sign comes back to where they were @citizen', async ({
  browser,
  look,
  origin,
  simulators,
}, info) => {
  const [id, name] = people[info.project.name] ?? ['dagny', 'Dagny Test']
  const { page, hand, client, context } = await openAs(browser, origin, id)
  const { id: draft, review } = await fillService(client, 'parkeringstillstand', { writer: writes({}) })
  await client.post(review)

  const choose = async (app: App, where: string) => {
    await hand.press(page.getByRole('link', { name: `Skriv under med ${app}` }))
    await hand.press(page.getByRole('button', { name: `Öppna ${app} på ${where}` }))
    await expect(title(page, `Skriv under med ${app}`)).toBeVisible()
  }
  const hasFailed = async (words: string, state: string) => {
    await isBack(page)
    await expect(page).toHaveURL(new RegExp(`/utkast/${draft}/signering`))
    await expect(page.getByRole('heading', { name: words })).toBeVisible()
    await look(page, state)
  }

  await page.goto(`/utkast/${draft}/signering`)
  await expect(title(page, 'Skriv under och skicka in')).toBeVisible()
  await look(page, 'own signature alone')

  await test.step('cancels in the app', async () => {
    await hand.press(page.getByRole('link', { name: 'Skriv under med BankID' }))
    const here = page.getByRole('button', { name: 'Öppna BankID på den här enheten' })
    await here.waitFor()
    await look(page, 'where the app is')
    await hand.press(here)
    await page.getByRole('link', { name: 'Öppna BankID', exact: true }).waitFor()
    // Without script the page comes anew every other second.
    if (info.project.name !== 'no-script') await look(page, 'waiting for the app that signs')
    await openApp(page, hand, 'BankID')
    await cancelThere(page, hand)
    await hasFailed('Du har inte skrivit under', 'signature cancelled')
  })

  await test.step('somebody else signs in the app, and on the hub’s page', async () => {
    await choose('BankID', 'den här enheten')
    await openApp(page, hand, 'BankID')
    await answerAs(page, 'Elsa Prov', hand, 'Skriv under')
    await hasFailed('Din e-legitimation går inte att använda', 'signature of somebody else')
    await hand.press(page.getByRole('link', { name: 'Skriv under med e-legitimation' }))
    await hand.press(page.getByRole('button', { name: 'BankID', exact: true }))
    await answerAs(page, 'Elsa Prov', hand, 'Skriv under')
    await hasFailed('Någon annan skrev under', 'signature of somebody else at the hub')
  })

  await test.step('changes to another device, and back', async () => {
    await choose('BankID', 'den här enheten')
    await hand.press(page.getByRole('button', { name: 'Öppna BankID på en annan enhet' }))
    const code = await readQr(page)
    if (info.project.name !== 'no-script') await look(page, 'signature on another device')
    await hand.press(page.getByRole('button', { name: 'Öppna BankID på den här enheten' }))
    await openApp(page, hand, 'BankID')
    expect((await client.post(`${simulators}/bankid/qr`, [['qr', code]])).status).toBe(400)
    await hand.choose(page.getByRole('radio', { name, exact: true }))
    await hand.press(page.getByRole('button', { name: 'Skriv under', exact: true }))
    await isBack(page)
  })

  await expect(page.getByRole('heading', { name: 'Vi har nu mottagit ditt ärende!' })).toBeVisible()
  const { said } = await expectEvidence(context, page.url().replace(/\/kvittens.*$/, ''))
  expect(said).toContain(name)
  expect(said).toContain('1 signature: all right')
  await context.close()
})
