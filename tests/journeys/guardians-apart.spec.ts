import type { Page } from '@playwright/test'
import { aCitizen } from '../support/client/people.ts'
import { numbered, numberOn, openCase } from './support/cases.ts'
import { expectEvidence } from './support/evidence.ts'
import { expect, test } from './support/journey.ts'
import { lettersTo } from './support/letters.ts'
import { logInAsStaff } from './support/people.ts'
import { applyForPreschool, aRequest, forgetTold, letTimePass, openAs, openOther } from './support/prepared.ts'
import { expectProblem, expectProblems } from './support/problems.ts'

const title = (page: Page, name: string) => page.getByRole('heading', { level: 1, name })
const send = 'Skicka in ändå, en underskrift saknas'

test('a guardian who says no is heard, and the child keeps its place in the queue @citizen', async ({
  browser,
  request,
  look,
  origin,
  simulators,
}) => {
  const email = `bo-${crypto.randomUUID()}@prov.example`
  const ada = await openAs(browser, origin, 'ada')
  const { page, hand } = ada
  const draft = await aRequest(await applyForPreschool(ada.client))

  await test.step('Ada tells where Bo is reached; what she typed stays when it is wrong', async () => {
    await page.goto(`/utkast/${draft}/signering`)
    await expect(page.getByText('Du har inte angett någon adress.')).toBeVisible()
    await hand.press(page.getByRole('link', { name: 'Ändra kontaktadress, Bo Exempel' }))
    await expect(title(page, 'Kontaktadress till Bo Exempel')).toBeVisible()
    const [mail, phone] = [
      page.getByRole('textbox', { name: 'E-post' }),
      page.getByRole('textbox', { name: 'Mobilnummer' }),
    ]
    await hand.write(mail, email)
    await hand.write(phone, '12')
    await hand.press(page.getByRole('button', { name: 'Spara', exact: true }))
    await expectProblems(page, 1)
    await look(page, 'contact with a problem')
    await expectProblem(page, hand, phone, 'Ange ett giltigt nordiskt mobilnummer, till exempel 070-123 45 67')
    await expect(mail).toHaveValue(email)
    await hand.write(phone, '')
    await forgetTold()
    await hand.press(page.getByRole('button', { name: 'Spara', exact: true }))
    await expect(page.getByText('Kontaktadressen är ändrad. Vi har skickat en ny inbjudan.')).toBeVisible()
    await expect(page.getByText(`Du har angett ${email}`)).toBeVisible()
    await expect.poll(async () => (await lettersTo(request, simulators, email)).length).toBe(1)
  })

  await test.step('Bo says no, and why', async () => {
    const bo = await openAs(browser, origin, 'bo')
    await bo.page.goto(`/signera/${draft}`)
    await bo.hand.press(bo.page.getByRole('button', { name: 'Jag vill inte skriva under' }))
    await expect(title(bo.page, 'Vill du inte skriva under?')).toBeVisible()
    await bo.hand.press(bo.page.getByRole('button', { name: 'Skriv inte under' }))
    await expectProblems(bo.page, 1)
    await look(bo.page, 'no without a reason')
    const reason = bo.page.getByRole('textbox', { name: /Varför vill du inte skriva under/ })
    await expectProblem(bo.page, bo.hand, reason, 'Skriv varför du inte vill skriva under')
    await bo.hand.write(reason, 'Vi är inte överens om förskolan.')
    await bo.hand.press(bo.page.getByRole('button', { name: 'Skriv inte under' }))
    await expect(title(bo.page, 'Du har sagt nej')).toBeVisible()
    await look(bo.page, 'has said no')
    await bo.context.close()
  })

  await test.step('Ada reads why, and sends it without his signature', async () => {
    await page.goto(`/utkast/${draft}/signering`)
    await expect(page.getByText('Bo Exempel har sagt nej.')).toBeVisible()
    await expect(page.getByText('Skäl: Vi är inte överens om förskolan.')).toBeVisible()
    await look(page, 'declined by a guardian')
    await hand.press(page.getByRole('link', { name: send }))
    await expect(title(page, 'Vill du skicka in fast en underskrift saknas?')).toBeVisible()
    await look(page, 'about to send without a signature')
    await hand.press(page.getByRole('button', { name: send }))
    await expect(page.getByRole('heading', { name: 'Vi har nu mottagit ditt ärende!' })).toBeVisible()
  })

  const number = await numberOn(page)
  const desk = await openOther(browser, origin)
  await logInAsStaff(desk.page, 'Karin Lind')
  await openCase(desk.page, number)
  await expect(desk.page.getByText('Underskrift saknas').first()).toBeVisible()
  await expect(desk.page.getByText('Vill inte skriva under', { exact: true })).toBeVisible()
  await expect(desk.page.getByText('Vi är inte överens')).toHaveCount(0)
  await look(desk.page, 'staff case without a signature')
  await expectEvidence(desk.context, desk.page.url())
  await desk.context.close()
  await ada.context.close()
})

test('a guardian who doesn’t answer in two weeks doesn’t stop it @citizen', async ({
  browser,
  request,
  look,
  origin,
  simulators,
}) => {
  const email = `bo-${crypto.randomUUID()}@prov.example`
  const ada = await openAs(browser, origin, 'ada')
  const { page, hand } = ada
  const draft = await aRequest(await applyForPreschool(ada.client), [['epost-1', email]])
  await page.goto(`/utkast/${draft}/signering`)
  await expect(title(page, 'Väntar på underskrift')).toBeVisible()
  await expect(page.getByRole('link', { name: send })).toHaveCount(0)
  await page.goto(`/utkast/${draft}/signering/skicka-in-anda`)
  await expect(title(page, 'Väntar på underskrift')).toBeVisible()

  await test.step('reminds Bo, once that day', async () => {
    await forgetTold()
    await hand.press(page.getByRole('button', { name: 'Påminn, Bo Exempel' }))
    await expect(page.getByText('Vi har skickat en påminnelse.')).toBeVisible()
    await expect(page.getByRole('button', { name: /^Påminn/ })).toHaveCount(0)
    await look(page, 'reminded')
    await expect
      .poll(async () => (await lettersTo(request, simulators, email)).map(({ subject }) => subject))
      .toContain('Påminnelse: en ansökan väntar på din underskrift')
  })

  await letTimePass(draft)
  await page.reload()
  await expect(page.getByText('Alla har inte skrivit under i tid')).toBeVisible()
  await look(page, 'not signed in time')
  await hand.press(page.getByRole('link', { name: send }))
  await expect(page.getByText('Underskrift saknas från Bo Exempel.')).toBeVisible()
  await hand.press(page.getByRole('button', { name: send }))
  await expect(page.getByRole('heading', { name: 'Vi har nu mottagit ditt ärende!' })).toBeVisible()
  const number = await numberOn(page)

  await test.step('who hasn’t signed has no part in what was sent', async () => {
    const bo = await aCitizen(origin, 'bo')
    for (const path of [`/signera/${draft}`, new URL(page.url()).pathname.replace(/\/kvittens$/, '')])
      expect((await bo.get(path)).status).toBe(404)
  })

  const desk = await openOther(browser, origin)
  await logInAsStaff(desk.page, 'Karin Lind')
  await desk.page.goto('/handlaggning/arenden?vy=alla')
  await expect(desk.page.getByRole('row').filter({ hasText: numbered(number) })).toContainText('Underskrift saknas')
  await look(desk.page, 'staff list with a signature missing')
  await openCase(desk.page, number)
  await expect(desk.page.getByText('Har inte skrivit under', { exact: true })).toBeVisible()
  await expectEvidence(desk.context, desk.page.url())
  await desk.context.close()
  await ada.context.close()
})
