import { type BrowserContext, expect, type Page } from '@playwright/test'
import { goOn } from './form.ts'
import type { Hand } from './hand.ts'
import { moveIdleEnd } from './sessions.ts'

const address = 'kvar@invanare.example'

const email = (page: Page) => page.getByRole('textbox', { name: 'E-post' })

/** Answers a question of the step that is shown and sends it when the session has ended: leads to the login page. */
export async function postTooLate(page: Page, context: BrowserContext, hand: Hand): Promise<string> {
  const step = page.url()
  await moveIdleEnd(context, -1)
  await hand.write(email(page), address)
  await goOn(page, hand)
  await expect(page.getByRole('heading', { name: 'Du har loggats ut, men det du skrev finns kvar' })).toBeVisible()
  return step
}

/** The same step, with what was written. */
export async function expectNothingLost(page: Page, step: string): Promise<void> {
  await expect(page).toHaveURL(step)
  await expect(email(page)).toHaveValue(address)
}
