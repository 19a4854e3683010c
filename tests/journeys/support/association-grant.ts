import type { Locator, Page } from '@playwright/test'
import { dayFromNow } from './dates.ts'
import { writeDate } from './form.ts'
import type { Hand } from './hand.ts'

/** What is typed of an activity of two months that ended last month. */
export type Activity = { readonly name: string; readonly girls: string; readonly boys: string }

/** The activity that is open for typing. */
export const openActivity = (page: Page): Locator => page.getByRole('group', { name: /^Aktivitet \d+$/ })

/** Writes every answer of the activity that is open. */
export async function writeActivity(page: Page, hand: Hand, { name, girls, boys }: Activity): Promise<void> {
  const row = openActivity(page)
  await hand.write(row.getByRole('textbox', { name: /^Aktivitet/ }), name)
  await hand.write(row.getByRole('textbox', { name: 'Plats' }), 'Sporthallen')
  await hand.write(row.getByRole('textbox', { name: 'Ledare' }), 'Dagny Test')
  await writeDate(page, hand, /^Från och med/, dayFromNow(-90))
  await writeDate(page, hand, /^Till och med/, dayFromNow(-30))
  await hand.write(row.getByRole('textbox', { name: 'Antal tillfällen' }), '8')
  await hand.write(row.getByRole('textbox', { name: /flickor/ }), girls)
  await hand.write(row.getByRole('textbox', { name: /pojkar/ }), boys)
  await hand.write(row.getByRole('textbox', { name: /annat eller okänt/ }), '0')
}

/** A row's button: all rows have the same, and only what is read aloud tells them apart. */
export const rowButton = (page: Page, button: string, row: string): Locator =>
  page.getByRole('button', { name: `${button}, ${row}`, exact: true })
