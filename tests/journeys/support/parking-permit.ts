import type { Page } from '@playwright/test'
import { dayFromNow } from './dates.ts'
import { aPdf, aPhoto } from './files.ts'
import { attach, goOn, writeDate } from './form.ts'
import type { Hand } from './hand.ts'
import { openDependent } from './problems.ts'

/** Fills in the step "Innan du börjar" for oneself. Who isn't known to live there is asked; others mustn't be. */
export async function fillBeforeYouStart(page: Page, hand: Hand, home: 'known' | 'unknown' = 'known'): Promise<void> {
  await hand.choose(page.getByRole('radio', { name: 'Jag själv' }))
  if (home === 'unknown') {
    const lives = page
      .getByRole('group', { name: /Är du folkbokförd i Exempelköping/ })
      .getByRole('radio', { name: 'Ja' })
    await openDependent(page, hand, lives)
    await hand.choose(lives)
  }
  await goOn(page, hand)
  await page.getByRole('heading', { level: 1, name: 'Du som söker' }).waitFor()
}

/** Fills in the step "Du som söker" as a driver who applies for the first time. */
export async function fillApplicant(page: Page, hand: Hand, email: string): Promise<void> {
  await hand.write(page.getByRole('textbox', { name: 'E-post' }), email)
  await hand.choose(page.getByRole('radio', { name: 'Första gången' }))
  await hand.choose(page.getByRole('radio', { name: 'Jag kör själv' }))
  await goOn(page, hand)
  await page.getByRole('heading', { level: 1, name: 'Rörelseförmåga och bilagor' }).waitFor()
}

/** Fills in the last step, with a certificate and a photo. */
export async function fillMobility(page: Page, hand: Hand, metres = '80'): Promise<void> {
  await hand.choose(page.getByRole('checkbox', { name: 'Käpp' }))
  await hand.write(page.getByRole('textbox', { name: /Hur långt kan du gå/ }), metres)
  await hand.choose(page.getByRole('radio', { name: 'Mer än 1 år' }))
  const doctor = page.getByRole('group', { name: /kontakta läkaren/ })
  await hand.choose(doctor.getByRole('radio', { name: 'Ja' }))
  await attach(page, hand, /Läkarintyg/, aPdf())
  await writeDate(page, hand, /Läkarintygets datum/, dayFromNow(0))
  await attach(page, hand, /Foto i passformat/, aPhoto())
}
