import type { Page } from '@playwright/test'
import { lettersIn } from '../../src/documents/testing/pdf-text.ts'
import { aCitizen, whoIs } from '../support/client/people.ts'
import { numberOn, openCase } from './support/cases.ts'
import { expectEvidence } from './support/evidence.ts'
import { expect, test } from './support/journey.ts'
import { lettersTo } from './support/letters.ts'
import { answerAs, identifyAs, isBack, logInAsStaff } from './support/people.ts'
import { adasSecrets, applyForPreschool, forgetTold, openAs, openOther } from './support/prepared.ts'
import { expectProblems } from './support/problems.ts'
import { draftOn, goOnToSign, signWithFreja } from './support/signing.ts'

const title = (page: Page, name: string) => page.getByRole('heading', { level: 1, name })
const squeezed = (words: RegExp) => new RegExp(words.source.replaceAll(/\\s\??| /g, ''))

/** What Bo fills in himself. */
const bosSecrets = /Studerar|Kyrkogatan 7|900\s?02/

/** A mobile number that no other journey has. */
const aPhoneNumber = () => `070${1e6 + Math.floor(Math.random() * 9e6)}`

test('two guardians at different addresses sign, and neither sees what is the other’s own @citizen', async ({
  browser,
  request,
  look,
  origin,
  simulators,
}) => {
  const to = { email: `bo-${crypto.randomUUID()}@prov.example`, phone: aPhoneNumber() }
  const ada = await openAs(browser, origin, 'ada')
  const bo = await openOther(browser, origin)
  const { page, hand } = ada

  /** What must not stand on a page of somebody's. */
  const check = async (shown: Page, secrets: RegExp, state?: string) => {
    expect(await shown.content()).not.toMatch(secrets)
    if (state) await look(shown, state)
  }

  await test.step('Ada is told who signs and what they can read, and invites Bo', async () => {
    const { review } = await applyForPreschool(ada.client)
    await page.goto(review)
    await expect(page.getByText('De du bjuder in kan läsa ansökan.')).toBeVisible()
    const party = page.getByRole('group', { name: 'Bo Exempel, vårdnadshavare' })
    const email = party.getByRole('textbox', { name: 'E-post' })
    await hand.write(email, 'bo@')
    await hand.write(party.getByRole('textbox', { name: 'Mobilnummer' }), to.phone)
    await hand.press(page.getByRole('button', { name: 'Gå vidare och skriv under' }))
    await expectProblems(page, 1)
    await look(page, 'review with a wrong address')
    await expect(party.getByRole('textbox', { name: 'Mobilnummer' })).toHaveValue(to.phone)
    const words = 'Ange en giltig e-postadress, till exempel namn@exempel.se'
    await hand.press(page.getByRole('alert').getByRole('link', { name: `Bo Exempel: ${words}` }))
    await expect(email).toBeFocused()
    await expect(party.getByText(words)).toBeVisible()
    await hand.write(email, to.email)
    await goOnToSign(page, hand)
    await look(page, 'first of two signatures')
    await check(page, bosSecrets)
  })
  const draft = draftOn(page)

  await test.step('nobody is told of it before she has signed', async () => {
    expect(await lettersTo(request, simulators, to.email)).toEqual([])
    await forgetTold()
    await signWithFreja(page, hand, 'Ada Exempel')
    await expect(title(page, 'Väntar på underskrift')).toBeVisible()
    await look(page, 'waiting for a guardian')
  })

  await test.step('Bo is told by mail and SMS, in words that say nothing of anybody', async () => {
    await expect.poll(async () => (await lettersTo(request, simulators, to.email)).length).toBe(1)
    const number = `+46${to.phone.slice(1)}`
    await expect.poll(async () => (await lettersTo(request, simulators, number)).length).toBe(1)
    const [mail] = await lettersTo(request, simulators, to.email)
    const [sms] = await lettersTo(request, simulators, number)
    for (const letter of [mail, sms]) {
      expect(letter?.text).toContain('Exempelköping')
      const words = `${letter?.subject} ${letter?.text}`.replace(draft, '')
      expect(words).not.toMatch(/Ada|Bo\b|Alve|Otto|förskol|\d{6}/i)
    }
    expect(mail?.subject).toBe('En ansökan väntar på din underskrift')
    // The link leads to the login and in, and whoever else follows it finds nothing.
    const link = /https?:\S+/.exec(mail?.text.replaceAll(`${origin}/mina-sidor/uppgifter`, '') ?? '')?.[0] ?? ''
    expect(link).toBe(`${origin}/signera/${draft}`)
    await bo.page.goto(link)
    await look(bo.page, 'login of who is to sign')
    await identifyAs(bo.page, 'Bo Exempel', bo.hand)
  })

  await test.step('Bo reads what is not hidden, and fills in his part', async () => {
    await expect(title(bo.page, 'Läs och skriv under')).toBeVisible()
    await expect(bo.page.getByText('Alve Exempel, född 1 januari 2022')).toBeVisible()
    await check(bo.page, /Storgatan 1(?!\d)|900\s?01|174\s?06\s?51|kanarie-ada|Efter hushållets|48\s?731/, 'invitation')
    await bo.hand.press(bo.page.getByRole('button', { name: 'Gå vidare till underskrift' }))
    await expectProblems(bo.page, 1)
    await look(bo.page, 'invitation with own part missing')
    await bo.hand.choose(bo.page.getByRole('radio', { name: 'Studerar' }))
    await bo.hand.press(bo.page.getByRole('button', { name: 'Spara', exact: true }))
    await expect(bo.page.getByText('Din del är sparad. Du har inte skrivit under än.')).toBeVisible()
    await expect(bo.page.getByRole('radio', { name: 'Studerar' })).toBeChecked()
    await look(bo.page, 'own part saved')
    await bo.hand.press(bo.page.getByRole('button', { name: 'Gå vidare till underskrift' }))
    await expect(title(bo.page, 'Skriv under')).toBeVisible()
    await check(bo.page, adasSecrets, 'signature of a guardian')
  })

  await test.step('nobody else is let in, by whatever address', async () => {
    const cecilia = await aCitizen(origin, 'cecilia')
    await page.reload()
    await expect(page.getByText('Har läst, inte skrivit under')).toBeVisible()
    await check(page, bosSecrets)
    const hidden = await page.locator('a[href*="/bilagor/"]').first().getAttribute('href')
    expect((await ada.context.request.get(hidden ?? '')).status()).toBe(200)
    expect((await bo.context.request.get(hidden ?? '')).status()).toBe(404)
    for (const path of [
      `/signera/${draft}`,
      `/signera/${draft}/underskrift`,
      `/utkast/${draft}/signering`,
      hidden ?? '',
    ])
      expect({ path, status: (await cecilia.get(path)).status }).toEqual({ path, status: 404 })
  })

  await test.step('Bo signs what he has read, and it comes in', async () => {
    await bo.hand.press(bo.page.getByRole('link', { name: 'Skriv under med e-legitimation' }))
    await bo.hand.press(bo.page.getByRole('button', { name: 'BankID', exact: true }))
    await expect(title(bo.page, 'Skriv under med BankID')).toBeVisible()
    await check(bo.page, adasSecrets)
    await answerAs(bo.page, 'Bo Exempel', bo.hand, 'Skriv under')
    await isBack(bo.page)
    await expect(bo.page).toHaveURL(/\/mina-sidor\/arenden\//)
    await check(bo.page, adasSecrets, 'case of a guardian who has signed')
    await page.reload()
    await expect(page.getByRole('heading', { name: 'Vi har nu mottagit ditt ärende!' })).toBeVisible()
  })
  const number = await numberOn(page)
  const caseUrl = page.url().replace(/\/kvittens.*$/, '')

  await test.step('each sees the case on Mina sidor, without what is the other’s own', async () => {
    for (const [who, secrets] of [
      [ada, bosSecrets],
      [bo, adasSecrets],
    ] as const) {
      for (const path of ['', '/meddelanden', '/historik', '/visa']) {
        const answer = await who.context.request.get(`${caseUrl}${path}`)
        expect({ path, status: answer.status() }).toEqual({ path, status: 200 })
        expect(await answer.text()).not.toMatch(secrets)
      }
      const pdf = lettersIn(await (await who.context.request.get(`${caseUrl}/pdf`)).body())
      expect(pdf).toContain('AlveExempel')
      expect(pdf).not.toMatch(squeezed(secrets))
    }
    await bo.page.goto(`${caseUrl}/visa`)
    await expect(bo.page.getByText('Studerar')).toBeVisible()
    await look(bo.page, 'what was sent, as another party reads it')
    expect((await bo.context.request.get(`${caseUrl}/underskrifter.zip`)).status()).toBe(404)
    await page.goto(caseUrl)
    await check(page, bosSecrets, 'case that two have signed')
  })

  await test.step('the evidence of the owner holds nothing of Bo’s; the case worker’s proves both', async () => {
    const own = await expectEvidence(ada.context, caseUrl)
    for (const [name, text] of own.files)
      expect({ name, bos: text.includes(whoIs('bo').number) || /studier|Studerar/.test(text) }).toEqual({
        name,
        bos: false,
      })

    const desk = await browser.newContext({ baseURL: origin, locale: 'sv-SE' })
    const worker = await desk.newPage()
    await logInAsStaff(worker, 'Karin Lind')
    await openCase(worker, number)
    const signers = worker.locator('section').filter({ has: worker.getByRole('heading', { name: 'Underskrifter' }) })
    await expect(signers.getByText(/Skrev under .* kl\. .* med Freja eID\+/)).toBeVisible()
    await expect(signers.getByText(/Skrev under .* kl\. .* med e-legitimation/)).toBeVisible()
    await expect(signers.getByText('Studerar')).toBeVisible()
    await look(worker, 'staff case with signatures')
    const whole = await expectEvidence(desk, worker.url())
    for (const words of ['Ada Exempel', 'Bo Exempel', '2 signatures: all right']) expect(whole.said).toContain(words)
    await desk.close()
  })
  await ada.context.close()
  await bo.context.close()
})
