import { fillBuildingPermit } from '../support/client/building-permit.ts'
import { asSuperuser } from '../support/installation/superuser.ts'
import { expect, test } from './support/journey.ts'
import { lettersTo } from './support/letters.ts'
import { openAs, writes } from './support/prepared.ts'

test('an application that names somebody protected is refused as when a register fails, before anybody is asked @citizen', async ({
  browser,
  request,
  look,
  origin,
  simulators,
}) => {
  const email = `skyddad-${crypto.randomUUID()}@prov.example`
  const { page, hand, client, context } = await openAs(browser, origin, 'ada')
  const { id, review } = await fillBuildingPermit(client, ['bo', 'skyddad'], { writer: writes({}) })
  await page.goto(review)
  for (const [place, field] of (await page.getByRole('textbox', { name: 'E-post' }).all()).entries())
    await hand.write(field, `${place}-${email}`)
  await hand.press(page.getByRole('button', { name: 'Gå vidare och skriv under' }))
  await expect(page.getByText(/^Vi kan inte hämta alla uppgifter\. Kontakta kontaktcenter/)).toBeVisible()
  await expect(page).toHaveURL(review)
  expect(await page.content()).not.toMatch(
    /Kanarina|Röjdsson|Röjda gränden|Kanariehamn|skydd(ad|ade) (identitet|personuppgifter)/i,
  )
  await look(page, 'review that names somebody protected')

  // Nothing is sealed, nobody is asked, and nobody can be.
  await page.goto(`/utkast/${id}/signering`)
  await expect(page).toHaveURL(review)
  for (const place of [0, 1]) expect(await lettersTo(request, simulators, `${place}-${email}`)).toEqual([])
  const asked = await asSuperuser(
    { data: process.env.JOURNEY_DATA ?? '' },
    'select from signing.request where draft_id = $1',
    [id],
  )
  expect(asked).toHaveLength(0)
  await context.close()
})
