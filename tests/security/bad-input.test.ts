import { readFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ask } from '../support/client/ask.ts'
import type { Client } from '../support/client/client.ts'
import { placeOf, startInstallation } from '../support/installation/installation.ts'
import { memoryOf } from '../support/installation/memory.ts'
import { listPages } from '../support/installation/pages.ts'
import { type Malformed, malformedFor } from './malformed.ts'
import { addressesOf, inhabit, plans, type Town } from './town.ts'

// Of its own, since it uses up every limit: how many drafts somebody may have, how often one may ask.
const installation = await startInstallation()
afterAll(installation.stop)
const place = placeOf(installation)

// Bytes of memory that garbage and buffers of so many requests may need at a time.
const mostGrowth = 150_000_000
const atOnce = 8

let town: Town
let requests: readonly { readonly request: Malformed; readonly by: Client }[] = []

beforeAll(async () => {
  town = await inhabit({ ...plans.exempelkoping, origin: place.origin, canary: 'felaktigt' })
  requests = (await listPages(place)).flatMap((page) => {
    const by = page.area === 'staff' ? town.staff : page.path.includes(':receipt') ? town.visitor : town.citizen
    const cookie = `__Host-handslag-${place.port}-${page.area === 'staff' ? 'staff' : 'citizen'}`
    // Who logs out can send nothing more.
    if (page.path.endsWith('/logga-ut')) return []
    return malformedFor(page, addressesOf(town, page.path), cookie).map((request) => ({ request, by }))
  })
})

/** What tells of our inside: a stack, a file, a statement, a library. */
const inside =
  /\bat \S+ \(|node_modules|\.[jt]sx?:\d+|\/dist\/|Error:|ZodError|FST_|ECONN|SQLSTATE|syntax error|handslag_(?:citizen|staff|system|program)|private_space|kysely|\bselect \w+ from\b|undefined|\[object /i

test('thousands of malformed requests at every route: never an error of ours, nothing of our inside, no growth', async () => {
  expect(requests.length).toBeGreaterThan(2_000)
  const before = await memoryOf(place)
  const faults: string[] = []
  const queue = requests.values()
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (const { request, by } of queue) {
        const fault = await faultOf(request, by)
        if (fault) faults.push(`${request.method} ${request.path.slice(0, 120)} (${request.why}): ${fault}`)
      }
    }),
  )
  expect(faults).toEqual([])
  expect((await memoryOf(place)) - before).toBeLessThan(mostGrowth)
  expect((await ask(place.origin, { path: '/readyz' })).status).toBe(200)
}, 180_000)

async function faultOf({ why: _, ...request }: Malformed, by: Client): Promise<string | undefined> {
  const cookie = by.cookieFor('/')
  const { status, text, headers } = await ask(place.origin, { ...request, headers: { cookie, ...request.headers } })
  if (status >= 500) return `answered ${status}`
  if (String(headers['content-type']).startsWith('text/') && inside.test(text)) return `told ${inside.exec(text)?.[0]}`
  return undefined
}

test('a change that another site asks for changes nothing and is refused in plain words', async () => {
  const path = `/mina-sidor/arenden/${town.things.case}/meddelanden`
  const before = (await town.citizen.get(path)).text.length
  for (const headers of [
    { origin: 'https://evil.example' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
  ]) {
    const refused = await ask(place.origin, {
      method: 'POST',
      path,
      headers: { cookie: town.citizen.cookieFor('/'), 'content-type': 'application/x-www-form-urlencoded', ...headers },
      body: 'text=Fr%C3%A5n+en+annan+plats',
    })
    expect(refused.status).toBe(403)
    expect(refused.text).toMatch(/<h1[^>]*>/)
  }
  const after = await town.citizen.get(path)
  expect(after.text).not.toContain('Från en annan plats')
  expect(Math.abs(after.text.length - before)).toBeLessThan(500)
})

/** Requests that no HTTP library would send, byte by byte. */
const raw = [
  'GET / HTTP/1.1\r\n\r\n',
  'GET / HTTP/9.9\r\nHost: localhost\r\n\r\n',
  'GET /\0 HTTP/1.1\r\nHost: localhost\r\n\r\n',
  'GET /\xff\xfe HTTP/1.1\r\nHost: localhost\r\n\r\n',
  'GET http://evil.example/ HTTP/1.1\r\nHost: localhost\r\n\r\n',
  'GET / HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\n\r\n',
  `GET / HTTP/1.1\r\nHost: localhost\r\nX: ${'a'.repeat(40_000)}\r\n\r\n`,
  `GET /${'a'.repeat(40_000)} HTTP/1.1\r\nHost: localhost\r\n\r\n`,
  'POST /e-tjanster/synpunkt/starta HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
  'POST /e-tjanster/synpunkt/starta HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nZZ\r\nx\r\n',
  'POST /e-tjanster/synpunkt/starta HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n',
  'POST /e-tjanster/synpunkt/starta HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3\r\nContent-Length: 9\r\n\r\nabc',
  'GET / HTTP/1.1\r\nHost: localhost\r\nCookie: a=\x01\x02\r\n\r\n',
  '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03',
  '\r\n\r\n\r\n',
]

test.each(raw)('%j is answered or hung up on, and tells nothing of our inside', async (bytes) => {
  const said = await talk(Buffer.from(bytes, 'latin1'))
  expect(said).not.toMatch(/^HTTP\/1\.1 5/)
  expect(said).not.toMatch(inside)
  expect((await ask(place.origin, { path: '/healthz' })).status).toBe(200)
})

/** What the server says until it hangs up, or has said all that it will. */
const talk = (bytes: Buffer): Promise<string> =>
  new Promise((resolve) => {
    let said = ''
    const socket = connect(place.port, '127.0.0.1', () => socket.end(bytes))
    socket.setEncoding('latin1').on('data', (text: string) => {
      said += text
    })
    socket.on('error', () => resolve(said))
    socket.on('close', () => resolve(said))
  })

test('the log of all this holds no error that somebody had to be woken for', async () => {
  const log = await readFile(join(place.data, 'log', 'main.log'), 'utf8')
  const errors = log.split('\n').filter((line) => /"level":(50|60)/.test(line))
  expect(errors).toEqual([])
})
