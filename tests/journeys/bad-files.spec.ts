import type { Page } from '@playwright/test'
import { aLargePdf, anEmptyFile, aPdf, aPhoto, aProgram, type TestFile } from './support/files.ts'
import { attach, goOn } from './support/form.ts'
import type { Hand } from './support/hand.ts'
import { expect, test } from './support/journey.ts'
import { fillApplicant, fillBeforeYouStart } from './support/parking-permit.ts'
import { logIn } from './support/people.ts'
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

test('a photo for a card must be large enough to be printed @citizen', async ({ page, hand, look }) => {
  await logIn(page, 'Bo Exempel', hand)
  await page.goto('/e-tjanster/parkeringstillstand')
  await hand.press(page.getByRole('button', { name: 'Starta e-tjänsten' }))
  await fillBeforeYouStart(page, hand)
  await fillApplicant(page, hand, 'bo@invanare.example')
  const photo = page.getByRole('group', { name: /Foto i passformat/ })
  await expect(photo.getByText('Bilden ska vara minst 600 × 800 bildpunkter.')).toBeVisible()
  await photo.locator('input[type=file]').setInputFiles(aPhoto('litet.png', { width: 300, height: 400 }))
  await hand.press(photo.getByRole('button', { name: 'Ladda upp' }))
  const small = 'Bilden litet.png är för liten: 300 × 400 bildpunkter.'
  const words = `${small} Välj en bild på minst 600 × 800 bildpunkter i ”Foto i passformat”`
  await expectProblem(page, hand, photo.locator('input[type=file]'), words)
  await look(page, 'step with a photo that is too small')
  await expect(photo.getByRole('listitem')).toHaveCount(0)
  await attach(page, hand, /Foto i passformat/, aPhoto('lagom.png'))
  await expect(photo.getByRole('listitem')).toHaveText([/^lagom\.png/])
})
