import type { Page } from '@playwright/test'
import { numbered, openCase } from './support/cases.ts'
import { expectEvidence } from './support/evidence.ts'
import { goOn } from './support/form.ts'
import { expect, test } from './support/journey.ts'
import { fillApplicant, fillBeforeYouStart, fillMobility } from './support/parking-permit.ts'
import { identifyAs, logInAsStaff } from './support/people.ts'
import { goOnToSign, signAtHub } from './support/signing.ts'

/** What the hub tells of the test person, and nobody may ever read. */
const canaries = /Kanarina|Röjdsson|Röjda gränden|Kanariehamn/

test('somebody with protected identity can apply, and nothing is shown of them @citizen', async ({
  page,
  browser,
  hand,
  look,
  origin,
  simulators,
  request,
}) => {
  // Where the page differs from that of others it is looked at, too.
  const check = async (shown: Page, state?: string) => {
    expect(await shown.content()).not.toMatch(canaries)
    if (state) await look(shown, state)
  }
  const email = `skyddad-${Date.now()}-${Math.floor(Math.random() * 1e6)}@ombud.example`
  const menu = page.getByRole('banner').getByRole('button', { name: 'Inloggad' })

  await page.goto('/e-tjanster/parkeringstillstand')
  await expect(page.getByText(/^Har du skyddade personuppgifter\? Ring kontaktcenter/)).toBeVisible()
  await hand.press(page.getByRole('button', { name: 'Starta e-tjänsten' }))
  await identifyAs(page, 'Skyddad Person', hand)

  await test.step('own contact details are given after a warning', async () => {
    await expect(page.getByRole('heading', { level: 1, name: 'Innan du börjar' })).toBeVisible()
    await expect(menu).toBeVisible()
    await check(page)
    await fillBeforeYouStart(page, hand, 'unknown')
    await expect(page.getByText('Skriv bara uppgifter som du vill att kommunen ska kunna se.')).toBeVisible()
    await check(page, 'step of the protected')
    await fillApplicant(page, hand, email)
    await fillMobility(page, hand)
    await check(page)
    await goOn(page, hand)
    await expect(page.getByText(email)).toBeVisible()
    await check(page)
    await goOnToSign(page, hand)
    await check(page, 'own signature of the protected')
    await signAtHub(page, 'Skyddad Person', hand)
    await expect(page.getByRole('heading', { name: 'Vi har nu mottagit ditt ärende!' })).toBeVisible()
    await check(page)
  })
  const number = (await page.getByText(/^\d{4}-\d{6}$/).textContent()) ?? ''
  const caseUrl = page.url().replace(/\/kvittens$/, '')

  await test.step('Mina sidor tells nothing either', async () => {
    for (const path of ['', '/meddelanden', '/historik', '/visa']) {
      await page.goto(`${caseUrl}${path}`)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await check(page)
    }
    for (const path of ['/', '/mina-sidor', '/mina-sidor/notiser']) {
      await page.goto(path)
      await expect(menu).toBeVisible()
      await check(page)
    }
    await hand.press(menu)
    await check(page)
    await hand.press(page.getByRole('link', { name: 'Mina uppgifter', exact: true }))
    await expect(page.getByText(/^Vi kan inte hämta alla uppgifter\. Kontakta kontaktcenter/)).toBeVisible()
    await expect(page.getByRole('heading', { name: 'Innan du lämnar kontaktuppgifter' })).toBeVisible()
    await expect(page.getByRole('checkbox', { name: 'Skicka notiser till min e-post' })).not.toBeChecked()
    await check(page, 'details of the protected')
    await hand.write(page.getByRole('textbox', { name: 'E-post' }), 'skyddad@ombud.example')
    await hand.press(page.getByRole('button', { name: 'Spara ändringar' }))
    await expect(page.getByRole('alert').getByRole('link', { name: /^Kryssa för att du har läst/ })).toBeVisible()
    await check(page, 'details of the protected with a problem')
    await hand.choose(page.getByRole('checkbox', { name: /^Jag har läst texten/ }))
    await hand.press(page.getByRole('button', { name: 'Spara ändringar' }))
    await expect(page.getByText('Dina ändringar är sparade.')).toBeVisible()
    await check(page)
  })

  await test.step('nor do the case worker’s pages and the letters', async () => {
    const desk = await browser.newContext({ baseURL: origin, locale: 'sv-SE' })
    const hugo = await desk.newPage()
    await logInAsStaff(hugo, 'Hugo Berg')
    await hugo.goto('/handlaggning/arenden?vy=alla')
    await expect(hugo.getByRole('row').filter({ hasText: numbered(number) })).toContainText('Skyddad uppgift')
    await check(hugo, 'staff list with the protected')
    await openCase(hugo, number)
    await expect(hugo.getByRole('heading', { name: 'Skyddade personuppgifter' })).toBeVisible()
    await expect(hugo.getByText('Skyddad uppgift')).toBeVisible()
    await expect(hugo.getByText(email)).toBeVisible()
    await check(hugo, 'staff case of the protected')
    const { files } = await expectEvidence(desk, hugo.url())
    for (const [name, text] of files) expect({ name, told: canaries.test(text) }).toEqual({ name, told: false })
    const caseAtDesk = hugo.url()
    await desk.close()

    // Mira may see no protected person's case: not even one that she knows of.
    const otherDesk = await browser.newContext({ baseURL: origin, locale: 'sv-SE' })
    const mira = await otherDesk.newPage()
    await logInAsStaff(mira, 'Mira Holm')
    expect((await mira.goto(caseAtDesk))?.status()).toBe(404)
    await otherDesk.close()
    expect(await (await request.get(`${simulators}/inbox.json`)).text()).not.toMatch(canaries)
  })
})
