import { expect, type Page } from '@playwright/test'

/** The case number that a receipt shows. */
export async function numberOn(page: Page): Promise<string> {
  const words = await page
    .locator('main')
    .getByText(/^([A-Z]+-)?\d{4}-\d{6}$/)
    .textContent()
  return words ?? ''
}

/** A number as it stands in a list: `2026-000001` is not `BYGG-2026-000001`. */
export const numbered = (number: string): RegExp => new RegExp(`(?<!-)${number}`)

/** Opens a case from the case worker's list. */
export async function openCase(desk: Page, number: string): Promise<void> {
  await desk.goto(new URL('/handlaggning/arenden?vy=alla', desk.url()).href)
  await desk.getByRole('link', { name: numbered(number) }).click()
  await expect(desk.getByText(`Ärende ${number}`)).toBeVisible()
}
