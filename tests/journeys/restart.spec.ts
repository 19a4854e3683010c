import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findTwoPorts } from '../support/installation/ports.ts'
import { runServer, type Server } from '../support/installation/server.ts'
import { numberOn, openCase } from './support/cases.ts'
import { mouse } from './support/hand.ts'
import { expect, test as journey } from './support/journey.ts'
import { fillOpinion, sendOpinion } from './support/opinion.ts'
import { fillBeforeYouStart } from './support/parking-permit.ts'
import { identifyAs, logInAsStaff } from './support/people.ts'

/** An installation of this journey's own, since it is going to be killed. */
const test = journey.extend<{ own: { origin: string; start: () => Promise<void>; server: () => Server } }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern which fixtures are used
  own: async ({}, use) => {
    const data = await mkdtemp(join(tmpdir(), 'handslag-restart-'))
    // Below it the database's user has a folder.
    await chmod(data, 0o755)
    const port = await findTwoPorts()
    let server: Server | undefined
    const running = () => {
      if (!server) throw new Error('The server does not run')
      return server
    }
    const start = async () => {
      server = await runServer({ data, port })
    }
    await start()
    await use({ origin: `http://localhost:${port}`, start, server: running })
    await running().stop()
    await rm(data, { recursive: true, force: true })
  },
})

test('stopped, killed and started again: everything is there', async ({ page, browser, own, request }) => {
  const address = 'ada@omstart.example'
  const heading = 'Simhallen efter omstart'
  const inbox = `${own.origin.replace(/\d+$/, (port) => String(Number(port) + 1))}/inbox.json`

  await page.goto(`${own.origin}/e-tjanster/parkeringstillstand`)
  await page.getByRole('button', { name: 'Starta e-tjänsten' }).click()
  await identifyAs(page, 'Ada Exempel')
  await fillBeforeYouStart(page, mouse)
  await page.getByRole('textbox', { name: 'E-post' }).fill(address)
  await page.getByRole('button', { name: 'Spara', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Din ansökan är sparad' })).toBeVisible()
  const draft = page.url()

  await page.goto(`${own.origin}/mina-sidor/uppgifter`)
  await page.getByRole('textbox', { name: 'E-post' }).fill(address)
  await page.getByRole('checkbox', { name: 'Skicka notiser till min e-post' }).check()
  await page.getByRole('button', { name: 'Spara ändringar' }).click()
  await expect(page.getByText('Dina ändringar är sparade.')).toBeVisible()

  await page.goto(`${own.origin}/e-tjanster/synpunkt`)
  await page.getByRole('button', { name: 'Starta e-tjänsten' }).click()
  await fillOpinion(page, mouse, heading)
  await sendOpinion(page, mouse, 'Ja')
  const number = await numberOn(page)

  const desk = await browser.newContext({ locale: 'sv-SE' })
  const karin = await desk.newPage()
  await logInAsStaff(karin, 'Karin Lind', own.origin)
  await expect
    .poll(async () => await (await request.get(inbox)).text())
    .toMatch(new RegExp(`${address}[^]*${number}|${number}[^]*${address}`))

  const expectAll = async () => {
    await page.goto(`${own.origin}/mina-sidor`)
    await expect(page.getByRole('banner').getByRole('button', { name: 'Ada Exempel' })).toBeVisible()
    await page.getByRole('link', { name: new RegExp(`^Till ärende.*${number}`) }).click()
    await expect(page.getByRole('heading', { level: 1, name: /^Lämna synpunkt/ })).toBeVisible()
    await page.goto(draft)
    await expect(page.getByRole('textbox', { name: 'E-post' })).toHaveValue(address)
    await openCase(karin, number)
    await expect(karin.getByText(heading)).toBeVisible()
    const letters = await (await request.get(inbox)).text()
    expect(letters).toContain(number)
    expect(letters).toContain(address)
  }
  await expectAll()

  await test.step('stopped as one stops it', async () => {
    expect(await own.server().stop()).toBe(0)
    await own.start()
    await expectAll()
  })

  await test.step('killed', async () => {
    await own.server().kill()
    await own.start()
    await expectAll()
  })
})
