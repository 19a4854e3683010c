import type { Page } from '@playwright/test'
import { goOn, writeDate } from './support/form.ts'
import type { Hand } from './support/hand.ts'
import { expect, test } from './support/journey.ts'
import { fillApplicant, fillBeforeYouStart } from './support/parking-permit.ts'
import { identifyAs } from './support/people.ts'
import { expectProblem, expectProblems, openDependent } from './support/problems.ts'

const step = (page: Page, name: string) => page.getByRole('heading', { level: 1, name })
const box = (page: Page, name: string | RegExp) => page.getByRole('textbox', { name })
const start = async (page: Page, hand: Hand) =>
  await hand.press(page.getByRole('button', { name: 'Starta e-tjänsten' }))

test('what is wrong in an application is said in words, linked, and what was typed stays @citizen', async ({
  page,
  hand,
  look,
  javaScriptEnabled,
}) => {
  await page.goto('/e-tjanster/parkeringstillstand')
  await start(page, hand)
  await identifyAs(page, 'Dagny Test', hand)
  await expect(step(page, 'Innan du börjar')).toBeVisible()

  await test.step('a text and a date', async () => {
    await hand.choose(page.getByRole('radio', { name: 'Mitt barn, jag är vårdnadshavare' }))
    const name = box(page, 'Namn på den som ska ha tillståndet')
    await openDependent(page, hand, name)
    await hand.write(name, 'Ä'.repeat(121))
    const born = await writeDate(page, hand, /Födelsedatum/, ['31', '2', '2020'])
    await goOn(page, hand)
    await expectProblems(page, 3)
    await look(page, 'step with wrong text and date')
    const tooLong = 'Skriv högst 120 tecken i ”Namn på den som ska ha tillståndet”. Nu är det 121'
    await expectProblem(page, hand, name, tooLong)
    const date = '”Födelsedatum för den som ska ha tillståndet”'
    await expectProblem(page, hand, born, `Skriv ett datum som finns i ${date}, till exempel 27 3 2027`)
    await expect(name).toHaveValue('Ä'.repeat(121))
    await expect(page.getByRole('textbox', { name: 'År' })).toHaveValue('2020')

    for (const [parts, words] of [
      [['31', 'mars', '2020'], `Skriv ett datum som finns i ${date}, till exempel 27 3 2027`],
      [['31', '', '2020'], `Skriv både dag, månad och år i ${date}`],
      [['3', '3', '20'], `Skriv året med fyra siffror i ${date}`],
      [['3', '3', '2999'], /^Datumet i .* kan vara senast \d/],
    ] as const) {
      await writeDate(page, hand, /Födelsedatum/, parts)
      await goOn(page, hand)
      await expect(page.getByRole('alert').getByRole('link', { name: words })).toBeVisible()
    }
    await fillBeforeYouStart(page, hand)
  })

  await test.step('contact details and a long text', async () => {
    const [email, phone] = [box(page, 'E-post'), box(page, 'Telefonnummer')]
    await hand.write(email, 'dagny, snabel-a')
    await hand.write(phone, 'ring mig')
    await hand.choose(page.getByRole('radio', { name: 'Jag är passagerare' }))
    const short = page.getByRole('radio', { name: 'Ja, korta stunder' })
    await openDependent(page, hand, short)
    await hand.choose(short)
    const helped = box(page, 'Vilken hjälp behöver du av föraren?')
    await openDependent(page, hand, helped)
    await hand.write(helped, 'Hjälp. '.repeat(150))
    await goOn(page, hand)
    await expectProblems(page, 4)
    await look(page, 'step with wrong contact and text')
    await expectProblem(page, hand, email, 'Skriv en giltig e-postadress i ”E-post”, till exempel namn@exempel.se')
    const numbers = '070-123 45 67 eller +47 21 23 45 67'
    const wrongPhone = `Skriv ett giltigt telefonnummer i ”Telefonnummer”, till exempel ${numbers}`
    await expectProblem(page, hand, phone, wrongPhone)
    await expect(email).toHaveValue('dagny, snabel-a')
    await expect(phone).toHaveValue('ring mig')
    const question = '”Vilken hjälp behöver du av föraren?”'
    await expectProblem(page, hand, helped, `Skriv högst 1 000 tecken i ${question}. Nu är det 1 049`)
    await expect(helped).toHaveValue(/^(Hjälp\. ){149}Hjälp\. ?$/)
    const permit = page.getByRole('group', { name: /första gången eller en förnyelse/ })
    const unanswered = 'Välj ett svar på ”Är det första gången eller en förnyelse?”'
    await expectProblem(page, hand, permit.getByRole('radio').first(), unanswered)
    await hand.write(phone, '')
    await fillApplicant(page, hand, 'dagny@invanare.example')
  })

  await test.step('a number and choices', async () => {
    const cane = page.getByRole('checkbox', { name: 'Käpp' })
    const none = page.getByRole('checkbox', { name: 'Inget hjälpmedel' })
    await hand.choose(cane)
    await hand.choose(none)
    if (javaScriptEnabled) {
      await expect(cane).not.toBeChecked()
      await hand.choose(cane)
      await expect(none).not.toBeChecked()
    }
    const metres = box(page, /Hur långt kan du gå/)
    const question = '”Hur långt kan du gå på plan mark, med hjälpmedel?”'
    await hand.write(metres, 'åttio meter')
    await goOn(page, hand)
    await expectProblems(page, javaScriptEnabled ? 6 : 7)
    await look(page, 'step with a wrong number')
    await expectProblem(page, hand, metres, `Skriv ett tal med siffror i ${question}`)
    await expect(metres).toHaveValue('åttio meter')
    if (!javaScriptEnabled) {
      const aids = '”Vilka hjälpmedel använder du när du går?”'
      const both = `Välj antingen ”Inget hjälpmedel” eller andra svar på ${aids}, inte båda`
      await expectProblem(page, hand, cane, both)
      await expect(none).toBeChecked()
    }
    for (const [typed, words] of [
      ['5001', `Skriv ett tal som är högst 5 000 i ${question}`],
      ['-1', `Skriv ett tal som är minst 0 i ${question}`],
      ['2,5', `Skriv ett heltal i ${question}`],
    ] as const) {
      await hand.write(metres, typed)
      await goOn(page, hand)
      await expectProblem(page, hand, metres, words)
      await expect(metres).toHaveValue(typed)
    }
  })
})

test('what is wrong in a fault report is said in words @citizen', async ({ page, hand, look }) => {
  await page.goto('/e-tjanster/felanmalan')
  await start(page, hand)
  const place = box(page, 'Beskriv platsen med ord')
  await hand.write(place, 'vid Storgatan '.repeat(22))
  const coordinates = box(page, 'Koordinater')
  await expect(coordinates).toBeHidden()
  await hand.press(page.getByText('Ange koordinater'))
  await hand.write(coordinates, 'norr om ån')
  await goOn(page, hand)
  await expectProblems(page, 5)
  await look(page, 'visitor step with problems')
  const about = page.getByRole('combobox', { name: /Vad gäller det/ })
  await expectProblem(page, hand, about, 'Välj ett svar på ”Vad gäller det?”')
  await expectProblem(page, hand, place, 'Skriv högst 300 tecken i ”Beskriv platsen med ord”. Nu är det 307')
  const degrees = 'Skriv koordinaterna i ”Var är felet?” som latitud och longitud, till exempel 63.82580, 20.26300'
  await expectProblem(page, hand, coordinates, degrees)
  await expect(coordinates).toHaveValue('norr om ån')
  await expectProblem(page, hand, box(page, /Beskriv felet/), 'Fyll i ”Beskriv felet”')
  const risk = page.getByRole('group', { name: /Kan någon skada sig/ }).getByRole('radio', { name: 'Ja' })
  await expectProblem(page, hand, risk, 'Välj ett svar på ”Kan någon skada sig?”')
})
