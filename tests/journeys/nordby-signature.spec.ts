import { fillService } from '../support/client/application.ts'
import { expectEvidence } from './support/evidence.ts'
import { expect, test } from './support/journey.ts'
import { openAs, writes } from './support/prepared.ts'
import { addSignedService } from './support/signed-service.ts'
import { signAtHub } from './support/signing.ts'

test('at a hub that speaks SAML one signs the text that it shows, and for oneself alone @no-script', async ({
  browser,
  hand,
  look,
  nordby,
}) => {
  const { page, client, context } = await openAs(browser, nordby, 'cecilia')
  const { id: draft, review } = await fillService(client, await addSignedService(), { writer: writes({}) })
  await client.post(review)
  await page.goto(`${nordby}/utkast/${draft}/signering`)
  await signAtHub(page, 'Elsa Prov', hand)
  await expect(page.getByRole('heading', { name: 'Någon annan skrev under' })).toBeVisible()
  await look(page, 'signature of somebody else by SAML')
  await signAtHub(page, 'Cecilia Prov', hand)
  await expect(page.getByRole('heading', { name: 'Vi har nu mottagit ditt ärende!' })).toBeVisible()
  const { said } = await expectEvidence(context, page.url().replace(/\/kvittens.*$/, ''))
  expect(said).toContain('Cecilia Prov')
  expect(said).toContain('1 signature: all right')
  await context.close()
})
