import type { Page } from '@playwright/test'
import { fillBuildingPermit } from '../support/client/building-permit.ts'
import { sign } from '../support/client/signing.ts'
import { numbered, numberOn, openCase } from './support/cases.ts'
import { expectEvidence } from './support/evidence.ts'
import { goOn } from './support/form.ts'
import { expect, test } from './support/journey.ts'
import { lettersTo } from './support/letters.ts'
import { logInAsStaff } from './support/people.ts'
import { aRequest, openAs, openOther, writes } from './support/prepared.ts'
import { goOnToSign, readAndGoOn, signAtHub, signWithFreja } from './support/signing.ts'

const title = (page: Page, name: string) => page.getByRole('heading', { level: 1, name })

test('an answer that is changed voids the signatures given, and all are told @citizen', async ({
  browser,
  request,
  look,
  origin,
  simulators,
}) => {
  const email = `bo-${crypto.randomUUID()}@prov.example`
  const [ada, bo, cecilia] = await Promise.all(
    ['ada', 'bo', 'cecilia'].map(async (who) => await openAs(browser, origin, who)),
  )
  if (!ada || !bo || !cecilia) throw new Error('all three are there')
  const { page, hand } = ada
  const draft = await aRequest(
    await fillBuildingPermit(ada.client, ['bo', 'cecilia'], {
      writer: writes({ 'q.beskrivning': 'Vi vill riva ett uthus.' }),
    }),
    [
      ['epost-1', email],
      ['epost-2', `cecilia-${email}`],
    ],
  )

  await test.step('Bo signs, and reads that Cecilia hasn’t', async () => {
    await bo.page.goto('/mina-sidor')
    await expect(bo.page.locator(`a[href="/signera/${draft}"]`)).toBeVisible()
    await look(bo.page, 'my pages with something to sign')
    await readAndGoOn(bo.page, bo.hand, draft)
    await signAtHub(bo.page, 'Bo Exempel', bo.hand, 'Freja eID+')
    await expect(title(bo.page, 'Du har skrivit under')).toBeVisible()
    await expect(bo.page.getByRole('listitem').filter({ hasText: 'Cecilia' })).toContainText('Har inte skrivit under')
    await look(bo.page, 'has signed before others')
  })

  await test.step('Ada is told that the signatures are void when she changes an answer', async () => {
    await page.goto('/mina-sidor')
    await expect(page.getByText('2 av 3 har skrivit under.').first()).toBeVisible()
    await look(page, 'my pages with an application to be signed')
    await page.goto(`/utkast/${draft}/signering`)
    await expect(page.getByRole('listitem').filter({ hasText: 'Bo Exempel' })).toContainText('Har skrivit under')
    await hand.press(page.getByRole('link', { name: 'Ändra ansökan' }))
    await expect(page.getByText('Vi berättar det för Bo Exempel och Cecilia')).toBeVisible()
    await look(page, 'about to change what is signed')
    await hand.press(page.getByRole('button', { name: 'Ändra ansökan' }))
    await expect(title(page, 'Granska')).toBeVisible()
    for (const to of [email, `cecilia-${email}`])
      await expect
        .poll(async () => (await lettersTo(request, simulators, to)).map(({ subject }) => subject))
        .toContain('En ansökan som du skulle skriva under ändras')
    await bo.page.goto(`/signera/${draft}`)
    await expect(title(bo.page, 'Ansökan ändras just nu')).toBeVisible()
    await expect(bo.page.getByText('uthus')).toHaveCount(0)
    await look(bo.page, 'application that is being changed')
  })

  await test.step('she changes it and signs anew', async () => {
    await hand.press(page.getByRole('link', { name: 'Ändra, Åtgärd' }))
    await hand.write(page.getByRole('textbox', { name: /Beskriv vad du vill göra/ }), 'Vi vill riva två uthus.')
    await goOn(page, hand)
    // Not before it is saved.
    await expect(page).not.toHaveURL(/\/atgard/)
    await page.goto(`/utkast/${draft}/granska`)
    await goOnToSign(page, hand)
    await signWithFreja(page, hand, 'Ada Exempel')
    await expect(title(page, 'Väntar på underskrift')).toBeVisible()
    await expect(page.getByRole('listitem').filter({ hasText: 'Bo Exempel' })).not.toContainText('Har skrivit under')
  })

  await test.step('the others read what has been changed, and sign that', async () => {
    await bo.page.reload()
    await expect(
      bo.page.getByText('Ansökan har ändrats sedan du läste den. Läs den igen innan du skriver under.'),
    ).toBeVisible()
    await expect(bo.page.getByText('Vi vill riva två uthus.')).toBeVisible()
    await look(bo.page, 'invitation to sign anew')
    await readAndGoOn(bo.page, bo.hand, draft)
    await signAtHub(bo.page, 'Bo Exempel', bo.hand, 'Freja eID+')
    await expect(title(bo.page, 'Du har skrivit under')).toBeVisible()
    await cecilia.client.post(`/signera/${draft}`, [['action', 'vidare']])
    await sign(cecilia.client, draft, 'region')
    await page.reload()
    await expect(page.getByRole('heading', { name: 'Vi har nu mottagit ditt ärende!' })).toBeVisible()
  })

  const number = await numberOn(page)
  for (const who of [bo, cecilia]) {
    await who.page.goto('/mina-sidor')
    await expect(who.page.getByRole('listitem').filter({ hasText: numbered(number) })).toContainText('Inkommet')
  }
  const desk = await openOther(browser, origin)
  await logInAsStaff(desk.page, 'Karin Lind')
  await openCase(desk.page, number)
  await expect(desk.page.getByText(/^Skrev under .* kl\. /)).toHaveCount(3)
  await expectEvidence(desk.context, desk.page.url())
  for (const { context } of [ada, bo, cecilia, desk]) await context.close()
})

test('what is taken back is sent by nobody, and read by nobody else @citizen', async ({
  browser,
  request,
  look,
  origin,
  simulators,
}) => {
  const email = `bo-${crypto.randomUUID()}@prov.example`
  const ada = await openAs(browser, origin, 'ada')
  const bo = await openAs(browser, origin, 'bo')
  const { page, hand } = ada
  const draft = await aRequest(
    await fillBuildingPermit(ada.client, ['bo'], { writer: writes({ 'q.beskrivning': 'Vi vill riva en lada.' }) }),
    [['epost-1', email]],
  )
  await bo.page.goto(`/signera/${draft}`)
  await expect(bo.page.getByText('Vi vill riva en lada.')).toBeVisible()

  await page.goto(`/utkast/${draft}/signering`)
  await hand.press(page.getByRole('link', { name: 'Återkalla' }))
  await expect(title(page, 'Vill du återkalla ansökan?')).toBeVisible()
  await look(page, 'about to take back')
  await hand.press(page.getByRole('button', { name: 'Återkalla' }))
  await expect(title(page, 'Mina ärenden')).toBeVisible()
  await expect(page.locator(`a[href^="/utkast/${draft}"]`).first()).toBeVisible()

  await expect
    .poll(async () => (await lettersTo(request, simulators, email)).map(({ subject }) => subject))
    .toContain('Du behöver inte skriva under längre')
  // What they had before them leads nowhere any more.
  await bo.hand.press(bo.page.getByRole('button', { name: 'Gå vidare till underskrift' }))
  await expect(title(bo.page, 'Ansökan är återkallad')).toBeVisible()
  await expect(bo.page.getByText('lada')).toHaveCount(0)
  await look(bo.page, 'application that was taken back')
  expect((await bo.client.get(`/signera/${draft}/med/region`)).headers.location).toBe(`/signera/${draft}`)
  await bo.page.goto('/mina-sidor')
  await expect(bo.page.locator(`a[href="/signera/${draft}"]`)).toHaveCount(0)
  await ada.context.close()
  await bo.context.close()
})
