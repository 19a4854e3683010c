import type { BrowserContext, Page } from '@playwright/test'
import { type App, ageBankId, ageFreja, chooseApp, openApp, readQr } from './support/apps.ts'
import type { Hand } from './support/hand.ts'
import { expectNothingLost, postTooLate } from './support/interrupted.ts'
import { expect, test } from './support/journey.ts'
import { fillBeforeYouStart } from './support/parking-permit.ts'
import { answerAs, cancelThere, identifyAs, isBack } from './support/people.ts'

const towns = ['Exempelköping', 'Nordby'] as const
const apps = ['BankID', 'Freja eID+'] as const

const title = (page: Page, name: string) => page.getByRole('heading', { level: 1, name })
const notice = (page: Page, name: string) => page.locator('main').getByRole('heading', { level: 2, name })
const menuOf = (page: Page, name: string) => page.getByRole('banner').getByRole('button', { name })

/** Both towns are walked by mouse. Their pages differ in looks and texts alone: one is enough by keyboard, and the other without JavaScript. */
const hands = { Exempelköping: '@keyboard', Nordby: '@no-script' } as const

for (const town of towns) {
  const tag = hands[town]
  test(`in ${town} the hub’s four e-IDs let people in`, { tag }, async ({ page, context, hand, origin, nordby }) => {
    for (const [method, name] of [
      ['BankID', 'Bo Exempel'],
      ['Mobilt BankID', 'Gustav Samuelsson'],
      ['Freja eID+', 'Nadja Nyström (tidigare nummer)'],
      ['Foreign ID', 'Kari Nordmann'],
    ] as const) {
      await page.goto(`${town === 'Nordby' ? nordby : origin}/mina-sidor`)
      await expect(title(page, 'Logga in')).toBeVisible()
      await identifyAs(page, name, hand, method)
      await expect(title(page, 'Mina ärenden')).toBeVisible()
      await expect(menuOf(page, name.replace(/ \(.*/, ''))).toBeVisible()
      await context.clearCookies()
    }
  })

  test(`in ${town} the apps on the same device let people in`, { tag }, async ({
    page,
    context,
    hand,
    look,
    origin,
    nordby,
    javaScriptEnabled,
  }) => {
    for (const app of apps) {
      await page.goto(`${town === 'Nordby' ? nordby : origin}/mina-sidor`)
      await chooseApp(page, hand, app, 'den här enheten')
      await expect(title(page, `Legitimera dig med ${app}`)).toBeVisible()
      // It would come anew while it is looked at.
      if (!javaScriptEnabled) {
        await hand.press(page.getByRole('link', { name: /Låt sidan stå still$/ }))
        await expect(page).toHaveURL(/stilla=ja/)
      }
      await look(page, `${app} on this device in ${town}`)
      await openApp(page, hand, app)
      await answerAs(page, 'Cecilia Prov', hand)
      await isBack(page)
      await expect(title(page, 'Mina ärenden')).toBeVisible()
      await expect(menuOf(page, 'Cecilia Prov')).toBeVisible()
      await context.clearCookies()
    }
  })

  test(`in ${town} a QR code leads to the app on a phone`, { tag }, async ({
    page,
    browser,
    request,
    hand,
    look,
    origin,
    nordby,
    simulators,
    javaScriptEnabled,
  }) => {
    const device = await browser.newContext({ locale: 'sv-SE' })
    const phone = await device.newPage()
    const logIn = `${town === 'Nordby' ? nordby : origin}/logga-in?till=/e-tjanster`

    await test.step('BankID’s code is made anew when nobody has read it in time, without a word', async () => {
      await page.goto(logIn)
      await hand.press(page.getByRole('link', { name: 'Logga in med BankID' }))
      await expect(page).toHaveURL(/\/logga-in\/med\/bankid/)
      await look(page, `where BankID is in ${town}`)
      await hand.press(page.getByRole('button', { name: 'Öppna BankID på en annan enhet' }))
      const first = await readQr(page)
      if (!javaScriptEnabled) {
        await hand.press(page.getByRole('link', { name: /Låt sidan stå still$/ }))
        await expect(page).toHaveURL(/stilla=ja/)
      }
      await look(page, `BankID on another device in ${town}`)
      if (!javaScriptEnabled) await page.goBack()
      await ageBankId(request, simulators, first, 31)
      const second = await readQr(page, first)
      await expect(page.getByText('Starta BankID-appen.', { exact: true })).toBeVisible()

      await phone.goto(`${simulators}/bankid`)
      await phone.getByRole('textbox', { name: 'QR-kodens text' }).fill(second)
      await phone.getByRole('button', { name: 'Läs texten' }).click()
      await expect(page.getByText('Skriv in din säkerhetskod i BankID-appen')).toBeVisible()
      await expect(page.getByRole('img', { name: /^QR-kod/ })).toHaveCount(0)
      await answerAs(phone, 'Dagny Test')
      await expect(phone.getByText('Gå tillbaka till webbplatsen')).toBeVisible()
      await isBack(page)
      await expect(page).toHaveURL(/\/e-tjanster$/)
      await expect(menuOf(page, 'Dagny Test')).toBeVisible()
    })

    await test.step('who can’t read the code opens the app here instead', async () => {
      await page.context().clearCookies()
      await page.goto(logIn)
      await chooseApp(page, hand, 'BankID', 'en annan enhet')
      await hand.press(page.getByRole('button', { name: 'Öppna BankID på den här enheten' }))
      await openApp(page, hand, 'BankID')
      await answerAs(page, 'Dagny Test', hand)
      await isBack(page)
      await expect(menuOf(page, 'Dagny Test')).toBeVisible()
    })

    await test.step('Freja’s code is an address that the phone opens', async () => {
      await page.context().clearCookies()
      await page.goto(logIn)
      await chooseApp(page, hand, 'Freja eID+', 'en annan enhet')
      await phone.goto(await readQr(page))
      await expect(page.getByText('Godkänn i Freja-appen. Gå sedan tillbaka hit.')).toBeVisible()
      await answerAs(phone, 'Gustav Samuelsson')
      await isBack(page)
      await expect(menuOf(page, 'Gustav Samuelsson')).toBeVisible()
    })
    await device.close()
  })

  test(`in ${town} nothing is lost when the hub’s page is left`, { tag }, async ({
    page,
    context,
    hand,
    look,
    origin,
    nordby,
  }) => {
    const hub = page.getByRole('link', { name: 'Logga in med e-legitimation' })
    if (town === 'Nordby') {
      await page.goto(`${nordby}/e-tjanster/snorojning`)
      await hand.press(page.getByRole('button', { name: 'Starta e-tjänsten' }))
      await identifyAs(page, 'Elsa Prov', hand)
      await expect(title(page, 'Du och ditt hem')).toBeVisible()
    } else {
      await page.goto(`${origin}/e-tjanster/parkeringstillstand`)
      await hand.press(page.getByRole('button', { name: 'Starta e-tjänsten' }))
      await identifyAs(page, 'Elsa Prov', hand)
      await fillBeforeYouStart(page, hand)
    }
    const step = await postTooLate(page, context, hand)
    await hand.press(hub)
    await cancelThere(page, hand)
    await expect(notice(page, 'Inloggningen avbröts')).toBeVisible()
    await expect(page.getByText(/^Det du skrev finns kvar\./)).toBeVisible()
    await look(page, `login left with something kept in ${town}`)
    await hand.press(hub)
    await hand.press(page.getByRole('button', { name: 'Mobilt BankID', exact: true }))
    await cancelThere(page, hand)
    await expect(notice(page, 'Inloggningen avbröts')).toBeVisible()
    await identifyAs(page, 'Elsa Prov', hand)
    await expectNothingLost(page, step)
  })
}

/** From the login page into the app on the same device. */
async function openHere(page: Page, hand: Hand, app: App): Promise<void> {
  await chooseApp(page, hand, app, 'den här enheten')
  await openApp(page, hand, app)
}

/** Elsa has logged in by an app and sent a step of a form too late. */
async function postTooLateWith(
  app: App,
  { page, context, hand }: { readonly page: Page; readonly context: BrowserContext; readonly hand: Hand },
) {
  await page.goto('/e-tjanster/parkeringstillstand')
  await hand.press(page.getByRole('button', { name: 'Starta e-tjänsten' }))
  await openHere(page, hand, app)
  await answerAs(page, 'Elsa Prov', hand)
  await fillBeforeYouStart(page, hand)
  return await postTooLate(page, context, hand)
}

test('whatever goes wrong with BankID is said in BankID’s words, and nothing is lost @citizen', async ({
  page,
  context,
  request,
  hand,
  look,
  simulators,
}) => {
  const app: App = 'BankID'
  const open = async () => await openHere(page, hand, app)
  const step = await postTooLateWith(app, { page, context, hand })

  await test.step('“Avbryt” on our page', async () => {
    await chooseApp(page, hand, app, 'en annan enhet')
    await hand.press(page.getByRole('button', { name: 'Avbryt' }))
    await expect(notice(page, 'Inloggningen avbröts')).toBeVisible()
  })

  await test.step('“Avbryt” in the app', async () => {
    await open()
    await cancelThere(page, hand)
    await expect(notice(page, 'Inloggningen avbröts')).toBeVisible()
    await expect(page.getByText('Åtgärden avbruten.', { exact: true })).toBeVisible()
    await look(page, 'BankID cancelled in the app')
  })

  // What differs is words, which are the same to every hand.
  for (const [person, heading, words] of [
    ['Ångrar sig', 'Inloggningen avbröts', /^Åtgärden avbruten\.$/],
    [
      'Startar inte',
      'Appen startade inte',
      /^BankID-appen verkar inte finnas i din dator eller mobil\. Installera den/,
    ],
    [
      'Spärrad',
      'Din e-legitimation går inte att använda',
      /^Det BankID du försöker använda är för gammalt eller spärrat\./,
    ],
  ] as const) {
    if (test.info().project.name !== 'mouse') break
    await test.step(person, async () => {
      await open()
      await answerAs(page, person, hand)
      await expect(notice(page, heading)).toBeVisible()
      await expect(page.getByText(words)).toBeVisible()
      await look(page, `BankID: ${person}`)
    })
  }

  await test.step('nobody opens the app in time', async () => {
    if (test.info().project.name !== 'mouse') return
    await chooseApp(page, hand, app, 'den här enheten')
    const link = page.getByRole('link', { name: 'Öppna BankID', exact: true })
    await ageBankId(request, simulators, (await link.getAttribute('href')) ?? '', 31)
    await expect(notice(page, 'Appen startade inte')).toBeVisible()
    await expect(page.getByText(/^BankID-appen verkar inte finnas/)).toBeVisible()
    await expect(page.getByRole('link', { name: 'https://install.bankid.com' })).toBeVisible()
  })

  await test.step('nobody answers in the app in time', async () => {
    await open()
    await ageBankId(request, simulators, page.url(), 181)
    await page.goBack()
    await expect(notice(page, 'Det tog för lång tid')).toBeVisible()
    await expect(page.getByText(/^BankID-appen svarar inte\. Kontrollera att den är startad/)).toBeVisible()
    await look(page, 'BankID too late')
  })

  await open()
  await answerAs(page, 'Elsa Prov', hand)
  await isBack(page)
  await expectNothingLost(page, step)
})

test('whatever goes wrong with Freja is said, and nothing is lost @citizen', async ({
  page,
  context,
  request,
  hand,
  look,
  simulators,
}) => {
  const app: App = 'Freja eID+'
  const open = async () => await openHere(page, hand, app)
  const step = await postTooLateWith(app, { page, context, hand })

  await test.step('“Avbryt” on our page', async () => {
    await chooseApp(page, hand, app, 'den här enheten')
    await hand.press(page.getByRole('button', { name: 'Avbryt' }))
    await expect(notice(page, 'Inloggningen avbröts')).toBeVisible()
  })

  await test.step('“Avbryt” in the app', async () => {
    await open()
    await cancelThere(page, hand)
    await expect(notice(page, 'Inloggningen avbröts')).toBeVisible()
    await expect(page.getByText('Du avbröt i Freja-appen.', { exact: true })).toBeVisible()
    await look(page, 'Freja cancelled in the app')
  })

  await test.step('nobody approves in time', async () => {
    await open()
    await ageFreja(request, simulators, page.url(), 121)
    await page.goBack()
    await expect(notice(page, 'Det tog för lång tid')).toBeVisible()
    await expect(page.getByText(/Freja väntar i två minuter på att du godkänner/)).toBeVisible()
    await look(page, 'Freja too late')
  })

  await open()
  await answerAs(page, 'Elsa Prov', hand)
  await isBack(page)
  await expectNothingLost(page, step)
})

test('an e-ID can be tested, and nobody is logged in by that @citizen', async ({ page, hand, look }) => {
  const works = notice(page, 'Din e-legitimation fungerar')
  await page.goto('/mina-sidor')
  await hand.press(page.getByRole('link', { name: 'Testa din e-legitimation' }))
  await expect(title(page, 'Testa din e-legitimation')).toBeVisible()
  await look(page, 'test of an e-ID')

  await test.step('the hub', async () => {
    await hand.press(page.getByRole('link', { name: 'Testa e-legitimation' }))
    await hand.press(page.getByRole('button', { name: 'Freja eID+', exact: true }))
    await answerAs(page, 'Ada Exempel', hand)
    await expect(works).toBeVisible()
    await expect(page.getByRole('banner').getByRole('link', { name: 'Logga in' })).toBeVisible()
    await look(page, 'e-ID works')
  })

  await test.step('BankID, blocked and cancelled', async () => {
    if (test.info().project.name !== 'mouse') return
    for (const [person, words] of [
      ['Spärrad', /^Det BankID du försöker använda är för gammalt/],
      [undefined, /^Åtgärden avbruten\.$/],
    ] as const) {
      await hand.press(page.getByRole('link', { name: 'Testa BankID' }))
      await hand.press(page.getByRole('button', { name: 'Öppna BankID på den här enheten' }))
      await openApp(page, hand, 'BankID')
      await (person ? answerAs(page, person, hand) : cancelThere(page, hand))
      await expect(title(page, 'Testa din e-legitimation')).toBeVisible()
      await expect(page.getByText(words)).toBeVisible()
      await look(page, `e-ID doesn’t work: ${person ?? 'cancelled'}`)
    }
  })

  await page.goto('/mina-sidor')
  await expect(title(page, 'Logga in')).toBeVisible()

  await test.step('who is logged in stays so, whoever’s e-ID is tested', async () => {
    await identifyAs(page, 'Bo Exempel', hand)
    await page.goto('/hjalp/testa-e-legitimation')
    await hand.press(page.getByRole('link', { name: 'Testa Freja eID+' }))
    await hand.press(page.getByRole('button', { name: 'Öppna Freja eID+ på en annan enhet' }))
    await expect(title(page, 'Testa Freja eID+')).toBeVisible()
    // The other way to the app is still a test.
    await hand.press(page.getByRole('button', { name: 'Öppna Freja eID+ på den här enheten' }))
    await openApp(page, hand, 'Freja eID+')
    await answerAs(page, 'Ada Exempel', hand)
    await expect(works).toBeVisible()
    await expect(menuOf(page, 'Bo Exempel')).toBeVisible()
  })
})
