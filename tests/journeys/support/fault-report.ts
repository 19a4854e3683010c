import type { Page } from '@playwright/test'
import type { Hand } from './hand.ts'

/** Begins "Anmäl fel" and goes on to the step that takes photos, with a branch that hangs loose in the park. */
export async function reportBranch(page: Page, hand: Hand): Promise<void> {
  await page.goto('/e-tjanster/felanmalan')
  await hand.press(page.getByRole('button', { name: 'Starta e-tjänsten' }))
  await hand.select(page.getByRole('combobox', { name: /Vad gäller det/ }), 'Träd')
  await hand.write(page.getByRole('textbox', { name: 'Beskriv platsen med ord' }), 'Parken')
  await hand.write(page.getByRole('textbox', { name: /Beskriv felet/ }), 'En gren hänger löst.')
  await hand.choose(page.getByRole('group', { name: /Kan någon skada sig/ }).getByRole('radio', { name: 'Nej' }))
  await hand.press(page.getByRole('button', { name: 'Nästa' }))
  await page.getByRole('heading', { level: 1, name: 'Foto och svar' }).waitFor()
}
