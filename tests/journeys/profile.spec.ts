import type { Page } from '@playwright/test'
import { goOn } from './support/form.ts'
import { expect, test } from './support/journey.ts'
import { fillBeforeYouStart } from './support/parking-permit.ts'
import { identifyAs, logIn } from './support/people.ts'
import { openDependent } from './support/problems.ts'

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name })

test('somebody new finds every page empty, and what to do @citizen', async ({ page, hand, look }) => {
  await page.goto('/mina-sidor')
  await identifyAs(page, 'Jens Eksempel', hand, 'Foreign ID')
  await expect(heading(page, 'Mina ärenden')).toBeVisible()
  await expect(page.getByText('Du har inga ärenden.')).toBeVisible()
  await look(page, 'my pages empty')
  for (const [path, title, empty] of [
    ['/mina-sidor/bokningar', 'Mina bokningar', 'Du har inga bokningar.'],
    ['/mina-sidor/koplatser', 'Mina köplatser', 'Du står inte i någon kö.'],
    ['/mina-sidor/organisationer', 'Mina organisationer', 'Du har inga organisationer.'],
    ['/mina-sidor/notiser', 'Notiser', 'Du har inga notiser.'],
  ] as const) {
    await page.goto(path)
    await expect(heading(page, title)).toBeVisible()
    await expect(page.getByText(empty)).toBeVisible()
    await look(page, `${title} empty`)
  }
  await hand.press(page.getByRole('link', { name: 'Välj om du också vill ha notiser med e-post eller SMS' }))
  await expect(heading(page, 'Mina uppgifter')).toBeVisible()
})

test('what is saved in Mina uppgifter is filled in from then on @citizen', async ({ page, hand, look }, info) => {
  // The same journey runs three times at once: each has a person of its own.
  const people: Readonly<Record<string, string>> = { mouse: 'Dagny Test', keyboard: 'Gustav Samuelsson' }
  await logIn(page, people[info.project.name] ?? 'Elsa Prov', hand)
  await page.goto('/mina-sidor/uppgifter')
  await expect(page.getByText(/^Hämtat från folkbokföringen \d/)).toBeVisible()
  const [email, phone] = [page.getByRole('textbox', { name: 'E-post' }), page.getByRole('textbox', { name: 'Telefon' })]
  const save = page.getByRole('button', { name: 'Spara ändringar' })
  await look(page, 'my details')

  await hand.write(email, 'inte en adress')
  await hand.write(phone, 'ring mig')
  await hand.press(save)
  await expect(page.getByRole('alert').getByRole('heading', { name: 'Rätta 2 uppgifter' })).toBeVisible()
  await look(page, 'my details with problems')
  await hand.press(page.getByRole('alert').getByRole('link', { name: /^Skriv e-postadressen så här/ }))
  await expect(email).toBeFocused()
  await expect(email).toHaveValue('inte en adress')
  await expect(phone).toHaveValue('ring mig')

  const address = `mina.uppgifter-${Math.floor(Math.random() * 1e9)}@invanare.example`
  await hand.write(email, address)
  await hand.write(phone, '070-555 01 23')
  await hand.choose(page.getByRole('checkbox', { name: 'Skicka notiser till min e-post' }))
  await hand.choose(page.getByRole('radio', { name: 'English' }))
  await hand.press(save)
  await expect(heading(page, 'My details')).toBeVisible()
  await expect(page.getByRole('status').getByText('Your changes have been saved.')).toBeVisible()
  await look(page, 'my details in English')
  await hand.choose(page.getByRole('radio', { name: 'Svenska' }))
  await hand.press(page.getByRole('button', { name: 'Save changes' }))
  await expect(page.getByText('Dina ändringar är sparade.')).toBeVisible()
  await look(page, 'my details saved')
  await expect(page.getByRole('checkbox', { name: 'Skicka notiser till min e-post' })).toBeChecked()

  await page.goto('/e-tjanster/parkeringstillstand')
  await hand.press(page.getByRole('button', { name: 'Starta e-tjänsten' }))
  await expect(heading(page, 'Innan du börjar')).toBeVisible()
  // Nobody with a coordination number is registered anywhere.
  await fillBeforeYouStart(page, hand, info.project.name === 'keyboard' ? 'unknown' : 'known')
  await expect(email).toHaveValue(address)
  await expect(page.getByRole('textbox', { name: 'Telefonnummer' })).toHaveValue('070-555 01 23')

  // The other way round: what is new in an e-service is kept when the person agrees to it, and it has been sent.
  await page.goto('/e-tjanster/forslag-e-tjanst')
  await hand.press(page.getByRole('button', { name: 'Starta e-tjänsten' }))
  await hand.write(page.getByRole('textbox', { name: /Vad skulle du vilja/ }), 'Låna en cykel.')
  await goOn(page, hand)
  await hand.choose(page.getByRole('radio', { name: 'Ja', exact: true }))
  await openDependent(page, hand, email)
  const keep = page.getByRole('checkbox', { name: 'Spara nya kontaktuppgifter i Mina uppgifter' })
  await expect(keep).toBeHidden()
  await hand.write(email, `ny.${address}`)
  await hand.write(page.getByRole('textbox', { name: 'Telefonnummer' }), '+47 21 23 45 67')
  await hand.choose(keep)
  await look(page, 'new contact details in an e-service')
  await goOn(page, hand)
  await hand.press(page.getByRole('button', { name: 'Skicka in' }))
  await expect(page.getByRole('heading', { level: 1, name: /^(Tack|Vi har)/ })).toBeVisible()
  await page.goto('/mina-sidor/uppgifter')
  await expect(email).toHaveValue(`ny.${address}`)
  await expect(page.getByRole('textbox', { name: 'Telefon' })).toHaveValue('+4721234567')
})
