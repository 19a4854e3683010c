import { expect, type Page } from '@playwright/test'
import { reportBranch } from './support/fault-report.ts'
import { aPdf, aPhoto } from './support/files.ts'
import { goOn } from './support/form.ts'
import { test } from './support/journey.ts'
import { expectProblem, expectProblems } from './support/problems.ts'

const drawer = (page: Page) => page.getByRole('group', { name: /Foto av felet/ })

test('a photo arrives over a line that is cut again and again', async ({ page, hand }) => {
  await reportBranch(page, hand)
  let cuts = 0
  await page.route('**/filer/*', async (route) => {
    if (route.request().method() !== 'PATCH' || cuts >= 3) return await route.continue()
    cuts += 1
    await route.abort('connectionreset')
  })
  const posted = page.waitForRequest((request) => request.method() === 'POST' && request.url().includes('/foto'))
  await drawer(page).locator('input[type=file]').setInputFiles(aPhoto('gren.png'))
  await hand.press(drawer(page).getByRole('button', { name: 'Ladda upp' }))
  await expect(drawer(page).getByRole('listitem')).toHaveText([/^gren\.png/], { timeout: 30_000 })
  expect(cuts).toBe(3)
  // The form itself went without it.
  expect((await posted).postDataBuffer()?.includes('IHDR') ?? false).toBe(false)
})

test('a virus and a document are refused in plain words, and the answers stay @citizen', async ({ page, hand }) => {
  await reportBranch(page, hand)
  const virus = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('')
  const photo = aPhoto('gren.png')
  const infected = { ...photo, buffer: Buffer.concat([photo.buffer, Buffer.from(virus)]) }
  await drawer(page).locator('input[type=file]').setInputFiles(infected)
  await hand.press(drawer(page).getByRole('button', { name: 'Ladda upp' }))
  await expect(page.getByRole('alert').getByText(/gren\.png innehåller ett virus och har inte sparats/)).toBeVisible()
  await expect(drawer(page).getByRole('listitem')).toHaveCount(0)

  await drawer(page).locator('input[type=file]').setInputFiles(aPdf('foto.pdf'))
  await goOn(page, hand)
  await expectProblems(page, 2)
  const words = 'Filen foto.pdf är av fel slag. Välj en fil av slaget JPG, PNG, HEIC i ”Foto av felet”'
  await expectProblem(page, hand, drawer(page).locator('input[type=file]'), words)
  const answer = page.getByRole('group', { name: /Vill du ha svar/ }).getByRole('radio', { name: 'Ja' })
  await expectProblem(page, hand, answer, 'Välj ett svar på ”Vill du ha svar?”')
})
