import { goOn, writeDate } from './support/form.ts'
import { expect, test } from './support/journey.ts'
import { logIn } from './support/people.ts'
import { expectProblems, openDependent } from './support/problems.ts'

/** A day so many days from now, as day, month and year. */
function dayIn(days: number): readonly [string, string, string] {
  const [year = '', month = '', day = ''] = new Date(Date.now() + days * 24 * 3600 * 1000).toISOString().split(/[-T]/)
  return [day, month, year]
}

test('who lives elsewhere is sent to their own municipality, unless they apply for somebody who lives here @citizen', async ({
  page,
  hand,
  look,
  javaScriptEnabled,
}) => {
  await logIn(page, 'Cecilia Prov', hand)
  await page.goto('/e-tjanster/parkeringstillstand')
  await hand.press(page.getByRole('button', { name: 'Starta e-tjänsten' }))
  await hand.choose(page.getByRole('radio', { name: 'Jag själv' }))
  await openDependent(page, hand, page.getByRole('link', { name: 'Hitta din hemkommun i listan över alla kommuner' }))
  if (javaScriptEnabled) {
    const told = 'Nytt på sidan: Sök i hemkommunen i stället. Ansökan prövas av den kommun'
    await expect(page.getByRole('status').filter({ hasText: told })).toBeAttached()
  }
  await goOn(page, hand)
  await expectProblems(page, 1)
  await hand.press(page.getByRole('alert').getByRole('link', { name: 'Sök i hemkommunen i stället' }))
  await look(page, 'step that stops')

  await hand.choose(page.getByRole('radio', { name: 'Mitt barn, jag är vårdnadshavare' }))
  const lives = page.getByRole('group', { name: /^Är den som ska ha tillståndet folkbokförd/ })
  await openDependent(page, hand, lives)
  await hand.choose(lives.getByRole('radio', { name: 'Ja' }))
  await hand.write(page.getByRole('textbox', { name: 'Namn på den som ska ha tillståndet' }), 'Alva Prov')
  await writeDate(page, hand, /Födelsedatum/, ['1', '5', '2015'])
  await goOn(page, hand)
  await expect(page.getByRole('heading', { level: 1, name: 'Du som söker' })).toBeVisible()
  await expect(page.getByText('Med ”du” menar vi här den personen.')).toBeVisible()

  await test.step('a permit is renewed no earlier than three months before it ends', async () => {
    await hand.write(page.getByRole('textbox', { name: 'Telefonnummer' }), '070-555 01 23')
    await hand.choose(page.getByRole('radio', { name: 'Förnyelse av ett tillstånd' }))
    await hand.choose(page.getByRole('radio', { name: 'Jag kör själv' }))
    await openDependent(page, hand, page.getByRole('group', { name: /Sista dagen/ }))
    await writeDate(page, hand, /Sista dagen/, dayIn(150))
    await goOn(page, hand)
    await expectProblems(page, 1)
    await expect(page.getByRole('alert').getByRole('link', { name: 'Det är för tidigt att förnya' })).toBeVisible()
    await look(page, 'step that stops a renewal')
    await writeDate(page, hand, /Sista dagen/, dayIn(60))
    await goOn(page, hand)
    await expect(page.getByRole('heading', { level: 1, name: 'Rörelseförmåga och bilagor' })).toBeVisible()
  })
})
