import { expect, type Page } from '@playwright/test'
import { goOn, writeDate } from './support/form.ts'
import { test } from './support/journey.ts'
import { identifyAs } from './support/people.ts'
import { expectProblem, expectProblems, openDependent } from './support/problems.ts'

const hidden = 'Andra som skriver under ser inte svaret'

const step = (page: Page, name: string) => page.getByRole('heading', { level: 1, name })
const group = (page: Page, name: string | RegExp) => page.getByRole('group', { name })

/** Day, month and year so many months from now, as people write them. */
function inMonths(months: number): readonly [string, string, string] {
  const [year = 0, month = 0] = new Date().toLocaleDateString('sv-SE').split('-').map(Number)
  const then = month + months
  return ['1', String(((then - 1) % 12) + 1), String(year + Math.floor((then - 1) / 12))]
}

test('Ada applies for a place in preschool for Alve, up to the review @citizen', async ({ page, hand, look }) => {
  await page.goto('/e-tjanster/forskoleplats')
  await hand.press(page.getByRole('button', { name: 'Starta e-tjänsten' }))
  await identifyAs(page, 'Ada Exempel', hand)

  await test.step('children: the one who fits, the one who is too old, and none of whom she has not the custody', async () => {
    await expect(step(page, 'Barn')).toBeVisible()
    await expect(page.getByRole('radio')).toHaveCount(1)
    await expect(
      page.getByText('Otto är 9 år och för gammal för förskola. Ansök om fritidshem i stället.'),
    ).toBeVisible()
    await expect(page.getByText('Nils')).toHaveCount(0)
    await look(page, 'preschool child')
    await hand.choose(page.getByRole('radio', { name: 'Alve Exempel, född 1 januari 2022' }))
    await goOn(page, hand)
  })

  await test.step('guardians: two households, and what the other guardian does not see', async () => {
    await expect(step(page, 'Vårdnadshavare')).toBeVisible()
    await expect(page.getByRole('heading', { name: 'Två hushåll' })).toBeVisible()
    const contact = group(page, 'Dina kontaktuppgifter')
    await expect(contact.getByText('Storgatan 1, 900 01 Exempelköping')).toBeVisible()
    // Once: what the other guardian does is theirs to answer.
    const work = group(page, /Vad gör du om dagarna/)
    for (const one of [contact, work]) await expect(one).toHaveAccessibleDescription(new RegExp(hidden))
    await look(page, 'preschool guardians')
    await hand.write(page.getByRole('textbox', { name: 'Telefonnummer' }), '+47 21 23 45 67')
    await hand.choose(work.getByRole('radio', { name: 'Arbetar' }))
    await goOn(page, hand)
  })

  await test.step('wishes', async () => {
    await expect(step(page, 'Önskemål')).toBeVisible()
    const early = await writeDate(page, hand, /När vill ni att barnet börjar/, inMonths(0))
    const preschool = 'Förskolan Eken, Ekvägen 8'
    await hand.select(page.getByRole('combobox', { name: /första val/ }), preschool)
    const second = page.getByRole('combobox', { name: /andra val/ })
    await hand.select(second, preschool)
    await openDependent(page, hand, page.getByRole('heading', { name: 'Du har valt samma förskola mer än en gång' }))
    await goOn(page, hand)
    await expectProblems(page, 1)
    await look(page, 'preschool wishes')
    const [problem = ''] = await page.getByRole('alert').getByRole('link').allTextContents()
    expect(problem).toMatch(/^Datumet i ”När vill ni att barnet börjar\?” kan vara tidigast /)
    await expectProblem(page, hand, early, problem)
    await writeDate(page, hand, /När vill ni att barnet börjar/, inMonths(2))
    await hand.select(second, 'Förskolan Tallen, Tallvägen 3')
    await goOn(page, hand)
  })

  await test.step('extent', async () => {
    await expect(step(page, 'Omfattning')).toBeVisible()
    await hand.choose(page.getByRole('radio', { name: '16–30 timmar' }))
    await hand.choose(group(page, /Behöver barnet särskilt stöd/).getByRole('radio', { name: 'Ja' }))
    await openDependent(page, hand, page.getByRole('heading', { name: 'Vi ringer dig' }))
    await look(page, 'preschool extent')
    await goOn(page, hand)
  })

  await test.step('an income, or the highest fee', async () => {
    await expect(step(page, 'Inkomst och faktura')).toBeVisible()
    const fee = group(page, /Hur ska avgiften räknas ut/)
    await hand.choose(fee.getByRole('radio', { name: 'Efter hushållets inkomst' }))
    const income = page.getByRole('textbox', { name: /Hushållets inkomst före skatt/ })
    await openDependent(page, hand, income)
    await expect(income).toHaveAccessibleDescription(new RegExp(hidden))
    await hand.write(income, '45 500')
    await look(page, 'preschool income')
    await hand.choose(group(page, /Ska fakturan delas/).getByRole('radio', { name: 'Ja' }))
    await goOn(page, hand)
    await expect(step(page, 'Granska')).toBeVisible()
    await expect(page.getByText(/^45\s500\skr$/)).toBeVisible()
    await look(page, 'preschool review')
    // Her phone number, her work, a decision on custody, how the fee is worked out, and the income.
    await expect(page.locator('dt', { hasText: hidden })).toHaveCount(5)

    await hand.press(page.getByRole('link', { name: 'Ändra, Inkomst och faktura' }))
    await hand.choose(fee.getByRole('radio', { name: 'Jag godtar högsta avgift' }))
    await goOn(page, hand)
    await expect(step(page, 'Granska')).toBeVisible()
    await expect(page.getByText('Jag godtar högsta avgift')).toBeVisible()
    await expect(page.getByText('45 500')).toHaveCount(0)
  })

  for (const words of ['Alve Exempel, född 1 januari 2022', '+4721234567', 'Förskolan Tallen, Tallvägen 3'])
    await expect(page.getByText(words)).toBeVisible()
  await expect(page.getByRole('group', { name: 'Bo Exempel, Vårdnadshavare' })).toBeVisible()
  for (const words of ['Kyrkogatan', 'Otto', 'Nils', '20220101']) await expect(page.getByText(words)).toHaveCount(0)
})
