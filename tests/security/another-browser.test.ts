import { expect, inject, test } from 'vitest'
import { Client } from '../support/client/client.ts'

const place = inject('installation')

/** Goes through Nordby's hub as Ada; answers what the hub's page posts to the municipality. */
async function identifyAtHub(browser: Client, address: string) {
  const hub = await browser.open(address)
  const answered = await browser.post(hub.url.href, [
    ['metod', 'bankid'],
    ['person', 'ada'],
    ['svar', 'legitimera'],
  ])
  const field = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(answered.text)?.[1] ?? ''
  return [
    ['SAMLResponse', field('SAMLResponse')],
    ['RelayState', field('RelayState')],
  ] as const
}

const crossSite = { origin: place.simulators, 'sec-fetch-site': 'cross-site' }

test('who sends somebody else the way to the hub gets nothing when they identify themselves', async () => {
  const attacker = new Client(place.nordby)
  const victim = new Client(place.nordby)
  const begun = await attacker.get('/logga-in/med/region')
  const answer = await identifyAtHub(victim, begun.headers.location ?? '')

  const led = await victim.post('/logga-in/saml/svar', answer, crossSite)
  expect(led.status).toBe(303)
  const end = await victim.follow(led)
  expect(end.url.search).toContain('varfor=okand')

  await attacker.open('/logga-in/klar')
  expect(`${attacker.cookieFor('/')}`).not.toMatch(/-citizen=/)
})

test('an answer that another site posts is taken once', async () => {
  const browser = new Client(place.nordby)
  const begun = await browser.get('/logga-in/med/region')
  const answer = await identifyAtHub(browser, begun.headers.location ?? '')
  await browser.follow(await browser.post('/logga-in/saml/svar', answer, crossSite))
  expect(`${browser.cookieFor('/')}`).toMatch(/-citizen=/)

  const again = await new Client(place.nordby).post('/logga-in/saml/svar', answer, crossSite)
  expect(again.headers.location).toContain('varfor=okand')
})

test('what another site posts anywhere else is refused', async () => {
  const answer = await new Client(place.nordby).post('/logga-in/avbryt', [], crossSite)
  expect(answer.status).toBe(403)
})
