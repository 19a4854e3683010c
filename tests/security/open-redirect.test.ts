import { beforeAll, expect, inject, test } from 'vitest'
import { ask } from '../support/client/ask.ts'
import { Client, type Visited } from '../support/client/client.ts'
import { aCitizen, aStaffMember, identify } from '../support/client/people.ts'

const place = inject('installation')

let citizen: Client
let staff: Client
beforeAll(async () => {
  citizen = await aCitizen(place.origin, 'dagny')
  staff = await aStaffMember(place.origin, 'mira')
})

/** Addresses of somebody else that look like paths of ours to one reader or another. */
const foreign = [
  'https://evil.example/',
  'HTTPS:evil.example',
  '//evil.example',
  '///evil.example',
  '////evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  '\\/evil.example',
  '/\t/evil.example',
  '/\n/evil.example',
  '/\r/evil.example',
  '\t//evil.example',
  ' //evil.example',
  '/..//evil.example',
  '/.//evil.example',
  '/%2f/evil.example',
  '/%5cevil.example',
  '/%09/evil.example',
  '/@evil.example',
  '@evil.example',
  '.evil.example',
  'javascript:alert(1)',
  'data:text/html,x',
  `http://localhost:${place.port}@evil.example/`,
  `http://localhost:${place.port}.evil.example/`,
  '/mina-sidor\r\nLocation: https://evil.example',
  '/mina-sidor\u0000//evil.example',
  '/\u2028/evil.example',
  '/／evil.example',
]

/** Where a browser would go. */
const target = (from: Visited): string | undefined => {
  const { location } = from.headers
  return location === undefined ? undefined : new URL(location, from.url).origin
}

test.each(foreign)('%j is never where a login or a longer session leads', async (till) => {
  const query = `till=${encodeURIComponent(till)}`
  expect(target(await citizen.get(`/logga-in?${query}`)) ?? place.origin).toBe(place.origin)
  expect(target(await citizen.post('/logga-in/forlang', [['till', till]]))).toBe(place.origin)
  expect(target(await staff.post('/handlaggning/forlang', [['till', till]]))).toBe(place.origin)
  const page = await new Client(place.origin).get(`/logga-in?${query}`)
  expect(page.text).not.toMatch(/href="[^"/#]*evil/)
  const loggedIn = await identify(new Client(place.origin), 'dagny', `/logga-in/med/region?${query}`)
  expect(loggedIn.url.origin).toBe(place.origin)
  expect(loggedIn.status).toBeLessThan(500)
})

test.each(foreign)('%j as referrer is never where a login leads', async (referer) => {
  if (/[\r\n\0\t\u2028／]/.test(referer)) return
  const { status, headers } = await ask(place.origin, {
    method: 'POST',
    path: '/mina-sidor/uppgifter',
    headers: { referer, 'sec-fetch-site': 'same-origin' },
    body: '',
  })
  expect([status, headers.location]).toEqual([303, '/logga-in?till=%2Fmina-sidor'])
})

test.each([
  '/utkast/..//sparat',
  '/utkast/a/../..//sparat',
  '//evil.example',
  '/..//evil.example',
  '/%2e%2e//evil.example',
])('%s with another language stays here', async (path) => {
  const { headers } = await ask(place.origin, { path: `${path}?lang=en` })
  const { location = '/' } = headers
  expect(new URL(location, place.origin).origin).toBe(place.origin)
})

test('a path of our own is', async () => {
  const visited = await identify(new Client(place.origin), 'dagny', '/logga-in/med/region?till=%2Fmina-sidor%2Fnotiser')
  expect(visited.url.pathname).toBe('/mina-sidor/notiser')
})
