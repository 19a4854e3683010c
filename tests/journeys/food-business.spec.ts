import type { Page } from '@playwright/test'
import { numbered, numberOn, openCase } from './support/cases.ts'
import { dayFromNow } from './support/dates.ts'
import { expectEvidence } from './support/evidence.ts'
import { aPdf, aPhoto } from './support/files.ts'
import { attach, goOn, writeDate } from './support/form.ts'
import { expect, test } from './support/journey.ts'
import { identifyAs, logInAsStaff } from './support/people.ts'
import { expectProblem, expectProblems, openDependent } from './support/problems.ts'
import { goOnToSign, signAtHub } from './support/signing.ts'

const step = (page: Page, name: string) => page.getByRole('heading', { level: 1, name })
const box = (page: Page, name: string | RegExp) => page.getByRole('textbox', { name })

test('a company notifies its café with what the company register knows, and the case worker reads it @citizen', async ({
  page,
  browser,
  hand,
  look,
  origin,
}) => {
  const fetchDetails = async () => await hand.press(page.getByRole('button', { name: 'Hämta uppgifter' }))

  await test.step('is told of a bankruptcy, and may explain', async () => {
    await page.goto('/e-tjanster/livsmedelsanlaggning')
    await hand.press(page.getByRole('button', { name: 'Starta e-tjänsten' }))
    await identifyAs(page, 'Cecilia Prov', hand)
    await expect(step(page, 'Företag')).toBeVisible()
    await hand.write(box(page, 'Organisationsnummer'), '559999-0024')
    await fetchDetails()
    await expect(page.getByText('Konkurs sedan 4 maj 2026')).toBeVisible()
    await expect(page.getByText(/^Enligt Bolagsverket är företaget/)).toBeVisible()
    await hand.write(box(page, 'Berätta hur det ligger till'), 'Konkursboet driver kaféet vidare.')
    await look(page, 'food business in bankruptcy')
  })

  await test.step('fetches her own company, once its number is right', async () => {
    await hand.write(box(page, 'Organisationsnummer'), '559999-0017')
    await goOn(page, hand)
    await expectProblems(page, 3)
    await look(page, 'food business with a wrong number')
    const words =
      'Skriv ett giltigt organisationsnummer i ”Organisationsnummer”, eller ditt personnummer om du har enskild firma'
    await expectProblem(page, hand, box(page, 'Organisationsnummer'), words)
    await expect(box(page, 'Berätta hur det ligger till')).toBeHidden()
    await hand.write(box(page, 'Organisationsnummer'), '559999-0016')
    await fetchDetails()
    await expect(page.getByText('Prov & Son AB')).toBeVisible()
    await expect(page.getByText(/^Hämtat från Bolagsverket \d/)).toBeVisible()
    await hand.choose(page.getByRole('radio', { name: 'Ombud' }))
    await openDependent(page, hand, page.getByRole('group', { name: /^Fullmakt/ }))
    await attach(page, hand, /Fullmakt/, aPdf('fullmakt.pdf'))
    await hand.write(box(page, 'E-post'), 'cecilia@invanare.example')
    await goOn(page, hand)
  })

  await test.step('tells of the premises, with the property from the address register', async () => {
    await expect(step(page, 'Anläggning')).toBeVisible()
    await hand.choose(page.getByRole('radio', { name: 'Jag tar över en verksamhet' }))
    await openDependent(page, hand, box(page, 'Vem drev verksamheten före dig?'))
    await hand.write(box(page, 'Vem drev verksamheten före dig?'), 'Bageri Berg')
    await hand.write(box(page, 'Anläggningens namn'), 'Kafé Eken')
    await hand.select(page.getByRole('combobox', { name: /Vilken typ/ }), 'Restaurang eller kafé')
    await openDependent(page, hand, box(page, 'Besöksadress'))
    await hand.write(box(page, 'Besöksadress'), 'Storgatan 4, Exempelköping')
    await hand.write(box(page, /På vilken fastighet/), 'Storgatan 5')
    await hand.press(page.getByRole('button', { name: 'Sök', exact: true }))
    await hand.choose(page.getByRole('radio', { name: /^Storgatan 5 A/ }))
    await look(page, 'food business premises')
    await goOn(page, hand)
  })

  await test.step('tells what is to be done there, and is told what it takes', async () => {
    await expect(step(page, 'Verksamhet')).toBeVisible()
    await hand.choose(page.getByRole('checkbox', { name: 'Laga mat från råvaror' }))
    await hand.choose(page.getByRole('checkbox', { name: 'Hantera animaliska råvaror' }))
    await openDependent(page, hand, page.getByRole('heading', { name: 'Verksamheten kan kräva godkännande' }))
    await hand.choose(page.getByRole('group', { name: /barn under fem år/ }).getByRole('radio', { name: 'Nej' }))
    await look(page, 'food business activities')
    await goOn(page, hand)
  })

  await test.step('tells when and how much', async () => {
    await expect(step(page, 'Vatten och omfattning')).toBeVisible()
    await hand.choose(page.getByRole('radio', { name: 'Kommunalt vatten' }))
    await hand.write(box(page, /hur många portioner/), '80')
    await hand.choose(page.getByRole('radio', { name: 'En viss tid' }))
    await writeDate(page, hand, /När är starten planerad/, dayFromNow(10))
    await openDependent(page, hand, page.getByRole('group', { name: /När slutar verksamheten/ }))
    await expect(page.getByText(/^Du får starta när du har fått beslut/)).toBeVisible()
    const end = await writeDate(page, hand, /När slutar verksamheten/, dayFromNow(3))
    await goOn(page, hand)
    await expectProblems(page, 1)
    await look(page, 'food business that ends before it starts')
    await hand.press(
      page.getByRole('alert').getByRole('link', { name: /^Datumet i ”När slutar verksamheten\?” kan vara/ }),
    )
    await expect(end).toBeFocused()
    await writeDate(page, hand, /När slutar verksamheten/, dayFromNow(100))
    await attach(page, hand, /Planritning/, aPhoto('planritning.png'))
    await goOn(page, hand)
  })

  await expect(step(page, 'Avgift')).toBeVisible()
  await hand.choose(page.getByRole('group', { name: /annan adress/ }).getByRole('radio', { name: 'Ja' }))
  await openDependent(page, hand, box(page, 'Fakturaadress'))
  await hand.write(box(page, 'Fakturaadress'), 'Ekonomi, Box 12, 900 01 Exempelköping')
  await look(page, 'food business fee')
  await goOn(page, hand)

  await expect(step(page, 'Granska')).toBeVisible()
  await expect(page.getByText('Konkursboet')).toHaveCount(0)
  await look(page, 'review of a food business')
  await goOnToSign(page, hand)
  await signAtHub(page, 'Cecilia Prov', hand, 'Freja eID+')
  await expect(page.getByRole('heading', { name: 'Vi har nu mottagit ditt ärende!' })).toBeVisible()
  const number = await numberOn(page)
  await hand.press(page.locator('main').getByRole('link', { name: 'Till Mina sidor' }))
  await expect(page.getByRole('listitem').filter({ hasText: numbered(number) })).toContainText('Inkommet')

  const desk = await browser.newContext({ baseURL: origin, locale: 'sv-SE' })
  const mira = await desk.newPage()
  await logInAsStaff(mira, 'Mira')
  await openCase(mira, number)
  await expect(mira.getByText('559999-0016')).toBeVisible()
  await expect(mira.getByText(/Hämtat från Bolagsverket/)).toBeVisible()
  await expect(mira.getByText('Bageri Berg')).toBeVisible()
  await expect(mira.getByRole('link', { name: 'fullmakt.pdf' })).toBeVisible()
  await expect(mira.getByText('Konkursboet')).toHaveCount(0)
  await look(mira, 'staff case with a company')
  await expectEvidence(desk, mira.url())
  await desk.close()
})
