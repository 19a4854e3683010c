import type { Locator, Page } from '@playwright/test'
import type { TestFile } from './files.ts'
import type { Hand } from './hand.ts'

/** Goes on from a step. */
export const goOn = async (page: Page, hand: Hand): Promise<void> =>
  await hand.press(page.locator('main').getByRole('button', { name: 'Nästa', exact: true }).last())

/** Uploads a file to a question by its button, which works without script, too. */
export async function attach(page: Page, hand: Hand, question: RegExp, file: TestFile): Promise<void> {
  const field = page
    .locator('.question, fieldset, [id^="question-"]')
    .filter({ has: page.locator('input[type=file]'), hasText: question })
    .last()
  await field.locator('input[type=file]').setInputFiles(file)
  await hand.press(field.getByRole('button', { name: /Ladda upp/ }))
  await page.getByRole('listitem').filter({ hasText: file.name }).first().waitFor()
}

/** Writes day, month and year in a question's boxes; answers the first of them. */
export async function writeDate(
  page: Page,
  hand: Hand,
  question: RegExp,
  parts: readonly [string, string, string],
): Promise<Locator> {
  const boxes = page.getByRole('group', { name: question })
  for (const [index, name] of ['Dag', 'Månad', 'År'].entries()) {
    await hand.write(boxes.getByRole('textbox', { name }), parts[index] ?? '')
  }
  return boxes.getByRole('textbox', { name: 'Dag' })
}
