import type { Page } from '@playwright/test'
import { aLargePdf, anEmptyFile, aPdf, aPhoto, aProgram, type TestFile } from './support/files.ts'
import type { Hand } from './support/hand.ts'
import { expect, test } from './support/journey.ts'
import { attach, goOn } from './support/parking-permit.ts'
import { expectProblem, expectProblems } from './support/problems.ts'

/** Bytes that a file may have at most where the e-service says nothing else. */
const mostBytes = 10_000_000

const files = (page: Page) => page.getByRole('group', { name: 'Bilagor' })
const chooser = (page: Page) => files(page).locator('input[type=file]')

async function upload(page: Page, hand: Hand, ...chosen: readonly TestFile[]) {
  await chooser(page).setInputFiles([...chosen])
  await hand.press(files(page).getByRole('button', { name: 'Ladda upp' }))
}

test('files that can not be taken are named with what to do, and nothing else is lost @citizen', async ({
  page,
  hand,
  look,
}) => {
  await page.goto('/e-tjanster/synpunkt')
  await look(page, 'service with login optional')
  await hand.press(page.getByRole('button', { name: 'Starta utan inloggning' }))
  const heading = page.getByRole('textbox', { name: 'Rubrik' })
  await hand.write(heading, 'Bänkarna i parken')
  await attach(page, hand, /Bilagor/, aPhoto('bänk.png'))
  await expect(heading).toHaveValue('Bänkarna i parken')
  await look(page, 'step with a file')

  const kinds = 'Välj en fil av slaget PDF, JPG, PNG, HEIC i ”Bilagor”'
  for (const [file, words] of [
    [aProgram(), `Filen intyg.pdf är av fel slag. ${kinds}`],
    [anEmptyFile(), 'Filen tom.pdf är tom. Välj en annan fil i ”Bilagor”'],
    [aLargePdf(mostBytes + 1), 'Filen stor.pdf är för stor. Välj en fil på högst 10 MB i ”Bilagor”'],
  ] as const) {
    await upload(page, hand, file)
    await expectProblems(page, 1)
    await expectProblem(page, hand, chooser(page), words)
    await look(page, 'step with a refused file')
    await expect(heading).toHaveValue('Bänkarna i parken')
    await expect(files(page).getByRole('listitem')).toHaveText([/^bänk\.png/])
  }

  await upload(page, hand, aPdf('ett.pdf'), aPdf('två.pdf'), aPdf('tre.pdf'))
  await expectProblems(page, 1)
  await expect(page.getByRole('alert').getByText('Lägg till högst 3 filer i ”Bilagor”')).toBeVisible()
  await expect(files(page).getByRole('listitem')).toHaveText([/^bänk\.png/, /^ett\.pdf/, /^två\.pdf/])
  await page.goto(page.url())
  await expect(chooser(page)).toHaveCount(0)
  await look(page, 'step full of files')

  await hand.press(files(page).getByRole('button', { name: 'Ta bort två.pdf' }))
  await expect(files(page).getByRole('listitem')).toHaveText([/^bänk\.png/, /^ett\.pdf/])
  await expect(heading).toHaveValue('Bänkarna i parken')

  await test.step('a file that is chosen but not uploaded comes along with “Nästa”', async () => {
    await hand.choose(page.getByRole('radio', { name: 'Ett klagomål' }))
    await hand.select(page.getByRole('combobox', { name: /Vilket område/ }), 'Gator och parker')
    await hand.write(page.getByRole('textbox', { name: 'Berätta' }), 'De är för låga.')
    await chooser(page).setInputFiles(aPdf('tre.pdf'))
    await goOn(page, hand)
    await page.getByRole('heading', { level: 1, name: 'Svar' }).waitFor()
    await hand.choose(page.getByRole('radio', { name: 'Nej' }))
    await goOn(page, hand)
    await page.getByRole('heading', { level: 1, name: 'Granska' }).waitFor()
    for (const name of ['bänk.png', 'ett.pdf', 'tre.pdf']) await expect(page.getByText(name)).toBeVisible()
    await expect(page.getByText('två.pdf')).toHaveCount(0)
    await look(page, 'review with files')
  })
})

test('a picture is asked for: a document is refused @citizen', async ({ page, hand }) => {
  await page.goto('/e-tjanster/felanmalan')
  await hand.press(page.getByRole('button', { name: 'Starta e-tjänsten' }))
  await hand.select(page.getByRole('combobox', { name: /Vad gäller det/ }), 'Träd')
  await hand.write(page.getByRole('textbox', { name: /Var är felet/ }), 'Parken')
  await hand.write(page.getByRole('textbox', { name: /Beskriv felet/ }), 'En gren hänger löst.')
  await hand.choose(page.getByRole('group', { name: /Kan någon skada sig/ }).getByRole('radio', { name: 'Nej' }))
  await goOn(page, hand)
  await page.getByRole('heading', { level: 1, name: 'Foto och svar' }).waitFor()
  const photo = page.getByRole('group', { name: /Foto av felet/ })
  await photo.locator('input[type=file]').setInputFiles(aPdf('foto.pdf'))
  await goOn(page, hand)
  await expectProblems(page, 2)
  const words = 'Filen foto.pdf är av fel slag. Välj en fil av slaget JPG, PNG, HEIC i ”Foto av felet”'
  await expectProblem(page, hand, photo.locator('input[type=file]'), words)
  const answer = page.getByRole('group', { name: /Vill du ha svar/ }).getByRole('radio', { name: 'Ja' })
  await expectProblem(page, hand, answer, 'Välj ett svar på ”Vill du ha svar?”')
})
