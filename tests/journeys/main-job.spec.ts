import { numberOn } from './support/cases.ts'
import { expectEvidence } from './support/evidence.ts'
import { goOn } from './support/form.ts'
import { mouse } from './support/hand.ts'
import { expect, test } from './support/journey.ts'
import { fillApplicant, fillBeforeYouStart, fillMobility } from './support/parking-permit.ts'
import { identifyAs, logIn, logInAsStaff } from './support/people.ts'
import { goOnToSign, signWithBankId, signWithFreja } from './support/signing.ts'

/** An address of this run alone, so that letters can be told apart. */
const anAddress = (who: string) => `${who}-${Date.now()}-${Math.floor(Math.random() * 1e6)}@invanare.example`

test('one application, from the start page to the case worker and back @citizen', async ({
  page,
  browser,
  hand,
  look,
  origin,
  simulators,
  request,
}, info) => {
  const email = anAddress('ada')

  await test.step('1. finds the e-service by searching, and reads its start page', async () => {
    await page.goto('/')
    await look(page, 'start')
    await hand.write(page.getByRole('searchbox'), 'parkeringstilstånd')
    await hand.press(page.getByRole('button', { name: 'Sök' }))
    await expect(page.getByRole('link', { name: /Ansök om parkeringstillstånd/ })).toBeVisible()
    await look(page, 'search')
    await hand.press(page.getByRole('link', { name: /Ansök om parkeringstillstånd/ }))
    await expect(page.getByRole('heading', { level: 1 })).toContainText('parkeringstillstånd')
    await expect(page.getByText('Har du skyddade personuppgifter?')).toBeVisible()
    await look(page, 'service')
  })

  await test.step('2. starts it, logs in, and fills it in', async () => {
    await hand.press(page.getByRole('button', { name: 'Starta e-tjänsten' }))
    await expect(page.getByText('Du legitimerar dig hos Region Exempel.')).toBeVisible()
    await look(page, 'login')
    await identifyAs(page, 'Ada Exempel', hand)
    await expect(page.getByRole('heading', { level: 1, name: 'Innan du börjar' })).toBeVisible()
    await look(page, 'step')
    await goOn(page, hand)
    await expect(page.getByRole('heading', { name: 'Rätta 1 uppgift' })).toBeVisible()
    await expect(page).toHaveTitle(/^Fel: /)
    await hand.press(page.getByRole('link', { name: /Vem ska ha parkeringstillståndet/ }))
    await fillBeforeYouStart(page, hand)

    await expect(page.getByText('Storgatan 1, 900 01 Exempelköping')).toBeVisible()
    await goOn(page, hand)
    await expect(page.getByRole('heading', { name: 'Rätta 3 uppgifter' })).toBeVisible()
    await look(page, 'step with problems')
    await hand.choose(page.getByRole('radio', { name: 'Förnyelse av ett tillstånd' }))
    if (info.project.name === 'no-script') await hand.press(page.getByRole('button', { name: 'Uppdatera' }))
    await expect(page.getByRole('textbox', { name: 'Tillståndets nummer' })).toBeVisible()
    await look(page, 'step with a dependent question')
    await fillApplicant(page, hand, email)
    await fillMobility(page, hand)
    await look(page, 'step with attachments')

    await hand.press(page.getByRole('button', { name: 'Spara', exact: true }))
    await expect(page.getByText('En sparad ansökan är inte en inkommen handling.').first()).toBeVisible()
    await look(page, 'saved')
  })

  // A browser that has been closed has no session any more; nothing is left in it.
  const state = await page.context().storageState()
  await page.context().clearCookies()

  let caseUrl = ''
  let number = ''
  await test.step('3. comes back another day, goes on where she was, signs and sends', async () => {
    expect(state.cookies.length).toBeGreaterThan(0)
    await logIn(page, 'Ada Exempel', hand)
    await page.goto('/mina-sidor')
    await look(page, 'my pages')
    await hand.press(page.getByRole('link', { name: /Fortsätt/ }).first())
    await expect(page.getByRole('heading', { level: 1, name: 'Rörelseförmåga och bilagor' })).toBeVisible()
    await expect(page.getByRole('textbox', { name: /Hur långt kan du gå/ })).toHaveValue('80')
    await expect(page.getByText('läkarintyg.pdf').first()).toBeVisible()
    await goOn(page, hand)
    await expect(page.getByRole('heading', { level: 1, name: 'Granska' })).toBeVisible()
    await expect(page.getByText(email)).toBeVisible()
    await look(page, 'review')
    await goOnToSign(page, hand)
    await expect(page).toHaveTitle(/^Skriv under och skicka in/)
    await look(page, 'own signature')
    await signWithBankId(page, hand, 'Ada Exempel')
    await expect(page.getByRole('heading', { name: 'Vi har nu mottagit ditt ärende!' })).toBeVisible()
    await look(page, 'receipt')
    number = await numberOn(page)
    expect(number).toMatch(/^\d{4}-\d{6}$/)
    caseUrl = page.url().replace(/\/kvittens$/, '')

    const pdf = await page.context().request.get(`${caseUrl}/pdf`)
    expect(pdf.status()).toBe(200)
    expect((await pdf.body()).subarray(0, 5).toString()).toBe('%PDF-')

    // Her own address was not known before: the confirmation goes to the one she gave.
    await expect.poll(async () => await lettersTo(email)).toContainEqual(expect.stringContaining(number))
  })

  async function lettersTo(address: string): Promise<readonly string[]> {
    const letters: readonly { to: string; subject: string; text: string }[] = await (
      await request.get(`${simulators}/inbox.json`)
    ).json()
    return letters.filter((letter) => letter.to === address).map((letter) => `${letter.subject}\n${letter.text}`)
  }

  const desk = await browser.newContext({ baseURL: origin, locale: 'sv-SE' })
  const hugo = await desk.newPage()
  const lastDay = new Date(Date.now() + 30 * 24 * 3600 * 1000)

  await test.step('4. Hugo finds the case, takes it, reads it, writes, and asks for a supplement', async () => {
    await logInAsStaff(hugo, 'Hugo Berg')
    await hugo.getByRole('link', { name: 'Ärenden' }).first().click()
    await look(hugo, 'staff list')
    await hugo.getByRole('link', { name: /Alla/ }).click()
    await hugo.getByRole('link', { name: number }).click()
    await expect(hugo.getByRole('heading', { level: 1 })).toBeVisible()
    await look(hugo, 'staff case')
    await hugo.getByRole('button', { name: 'Ta ärendet' }).click()
    await expect(hugo.getByText('80 meter')).toBeVisible()
    const [attachment] = await Promise.all([
      hugo.waitForEvent('download'),
      hugo
        .getByRole('link', { name: /läkarintyg\.pdf/ })
        .first()
        .click(),
    ])
    expect(attachment.suggestedFilename()).toBe('läkarintyg.pdf')

    await hugo.getByRole('link', { name: 'Nytt meddelande' }).click()
    await hugo.getByRole('textbox', { name: /Meddelande/ }).fill('Hej! Vi behöver veta hur långt du kan gå.')
    await hugo
      .locator('input[type=file]')
      .setInputFiles({ name: 'information.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\n%%EOF\n') })
    await hugo.getByRole('button', { name: 'Skicka meddelande' }).click()
    await expect(hugo.getByText('Vi behöver veta hur långt du kan gå.')).toBeVisible()

    await hugo.getByRole('link', { name: 'Begär komplettering' }).click()
    await look(hugo, 'staff supplement form')
    await hugo.getByRole('textbox', { name: /Vad/ }).fill('Ange hur långt du kan gå i dag.')
    await hugo.getByRole('textbox', { name: 'Dag' }).fill(String(lastDay.getDate()))
    await hugo.getByRole('textbox', { name: 'Månad' }).fill(String(lastDay.getMonth() + 1))
    await hugo.getByRole('textbox', { name: 'År' }).fill(String(lastDay.getFullYear()))
    await hugo.getByRole('button', { name: 'Begär komplettering' }).click()
    await expect(hugo.getByText('Väntar på komplettering').first()).toBeVisible()
  })

  await test.step('5. Ada is told, reads, changes one answer, signs and sends; Hugo decides', async () => {
    await expect.poll(async () => (await lettersTo(email)).length).toBeGreaterThanOrEqual(2)
    await page.goto('/mina-sidor')
    await expect(
      page
        .getByRole('region', { name: 'Att göra' })
        .or(page.locator('section').filter({ hasText: 'Att göra' }))
        .first(),
    ).toBeVisible()
    await look(page, 'my pages with something to do')
    await page.goto(caseUrl)
    await look(page, 'my case waiting')
    await hand.press(page.getByRole('link', { name: /Meddelanden/ }))
    await expect(page.getByText('Vi behöver veta hur långt du kan gå.')).toBeVisible()
    await look(page, 'my messages')
    await page.goto(caseUrl)
    await hand.press(page.getByRole('button', { name: 'Ändra ärende' }))
    await expect(page.getByText('Ange hur långt du kan gå i dag.').first()).toBeVisible()
    await look(page, 'supplement step')
    await goOn(page, hand)
    await page.getByRole('heading', { level: 1, name: 'Du som söker' }).waitFor()
    await goOn(page, hand)
    await page.getByRole('heading', { level: 1, name: 'Rörelseförmåga och bilagor' }).waitFor()
    await expect(page.getByText('läkarintyg.pdf').first()).toBeVisible()
    await hand.write(page.getByRole('textbox', { name: /Hur långt kan du gå/ }), '120')
    await goOn(page, hand)
    await goOnToSign(page, hand)
    await look(page, 'own signature of a supplement')
    await signWithFreja(page, hand, 'Ada Exempel')
    await page.waitForURL(/mina-sidor\/arenden/)
    await page.goto(caseUrl)
    await expect(page.getByText('Kompletterat').first()).toBeVisible()

    await hugo.reload()
    await expect(hugo.getByText('Kompletterat').first()).toBeVisible()
    await expect(hugo.getByText('80 meter').first()).toBeVisible()
    await expect(hugo.getByText('120 meter').first()).toBeVisible()
    await look(hugo, 'staff case with changes')
    const { said } = await expectEvidence(desk, hugo.url())
    expect(said).toContain('and 2 signatures: all right')
    for (const status of ['Beslut fattat', 'Avslutat']) {
      await hugo.getByRole('link', { name: 'Ändra status' }).click()
      await hugo.getByRole('radio', { name: status }).check()
      await hugo.getByRole('button', { name: 'Ändra status' }).click()
      await expect(hugo.getByText(status).first()).toBeVisible()
    }

    await page.goto(caseUrl)
    await hand.press(page.getByRole('link', { name: 'Historik' }))
    for (const word of ['Inkommet', 'Väntar på komplettering', 'Kompletterat', 'Beslut fattat', 'Avslutat']) {
      await expect(page.getByText(word).first()).toBeVisible()
    }
    await look(page, 'my history')
    await hand.press(page.getByRole('link', { name: 'Översikt' }))
    await hand.press(page.getByRole('link', { name: 'Visa ärende' }))
    await expect(page.getByText('120 meter').first()).toBeVisible()
    await look(page, 'copy as sent')
  })

  await test.step('6. nobody else finds anything at her addresses', async () => {
    const bo = await browser.newContext({ baseURL: origin, locale: 'sv-SE' })
    const boPage = await bo.newPage()
    const addresses = [
      caseUrl,
      `${caseUrl}/meddelanden`,
      `${caseUrl}/historik`,
      `${caseUrl}/visa`,
      `${caseUrl}/pdf`,
      hugo.url(),
    ]
    for (const address of addresses) expect((await bo.request.get(address)).status()).toBe(404)
    await logIn(boPage, 'Bo Exempel')
    for (const address of addresses) expect((await bo.request.get(address)).status()).toBe(404)
    await bo.close()

    const registry = await browser.newContext({ baseURL: origin, locale: 'sv-SE' })
    const rut = await registry.newPage()
    await logInAsStaff(rut, 'Rut Åberg')
    await rut.goto('/handlaggning/arenden?vy=alla')
    await expect(rut.getByText(number)).toHaveCount(0)
    await look(rut, 'staff list empty')
    expect((await registry.request.get(hugo.url())).status()).toBe(404)
    await registry.close()
  })

  await test.step('she logs out', async () => {
    await page.goto('/mina-sidor')
    await mouse.press(page.getByRole('button', { name: 'Ada Exempel' }))
    await look(page, 'name menu open')
    await mouse.press(page.getByRole('button', { name: 'Logga ut' }).last())
    await expect(page.getByRole('heading', { level: 1, name: 'Du är utloggad' })).toBeVisible()
    await look(page, 'logged out')
  })
  await desk.close()
})
