import { expect, type Locator, type Page } from '@playwright/test'
import type { Hand } from './hand.ts'

/** How many things the page says are to be mended. */
export async function expectProblems(page: Page, count: number): Promise<void> {
  const heading = count === 1 ? 'Rätta 1 uppgift' : `Rätta ${count} uppgifter`
  await expect(page.getByRole('alert').getByRole('heading', { name: heading })).toBeVisible()
  await expect(page).toHaveTitle(/^Fel: /)
}

/** A problem stands in the summary, leads from there to its field, and is said beside it. */
export async function expectProblem(page: Page, hand: Hand, field: Locator, words: string): Promise<void> {
  await hand.press(page.getByRole('alert').getByRole('link', { name: words, exact: true }))
  await expect(field).toBeFocused()
  await expect(page.getByText(`Fel: ${words}`, { exact: true })).toBeVisible()
}

/** Opens the questions that depend on an answer just given: script does so by itself, others press a button. */
export async function openDependent(page: Page, hand: Hand, question: Locator): Promise<void> {
  const update = page.getByRole('button', { name: 'Uppdatera' })
  await expect(question.or(update).first()).toBeVisible()
  if (await update.isVisible()) await hand.press(update)
  await expect(question).toBeVisible()
}
