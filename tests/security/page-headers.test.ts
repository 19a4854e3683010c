import { beforeAll, expect, inject, test } from 'vitest'
import { ask, type Reply } from '../support/client/ask.ts'
import { Client } from '../support/client/client.ts'
import { aStaffMember, identify } from '../support/client/people.ts'
import { listPages } from '../support/installation/pages.ts'
import { addressesOf, inhabit, plans } from './town.ts'

const place = inject('installation')

/** What each page answers to those who may see it, and to a visitor without a cookie. */
const answers: { readonly address: string; readonly reply: Reply }[] = []

beforeAll(async () => {
  const town = await inhabit({ ...plans.exempelkoping, origin: place.origin, canary: 'rubrik' })
  for (const { path } of (await listPages(place)).filter(({ get }) => get)) {
    for (const address of addressesOf(town, path)) {
      for (const client of [town.citizen, town.visitor, town.staff, new Client(place.origin)]) {
        answers.push({ address, reply: await client.get(address) })
      }
    }
  }
  answers.push({ address: '/finns-inte', reply: await ask(place.origin, { path: '/finns-inte' }) })
})

const html = () => answers.filter(({ reply }) => String(reply.headers['content-type']).startsWith('text/html'))

test('every answer says what browsers may do with it', () => {
  expect(answers.length).toBeGreaterThan(100)
  for (const { address, reply } of answers) {
    const { headers } = reply
    const policy = String(headers['content-security-policy'])
    expect({ address, policy }).toEqual({ address, policy: expect.stringContaining("default-src 'none'") })
    expect(policy).not.toMatch(/unsafe|\*|https?:/)
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'same-origin' })
    expect(headers).not.toHaveProperty('x-powered-by')
    expect(headers).not.toHaveProperty('server')
  }
  for (const { reply } of html()) {
    const policy = String(reply.headers['content-security-policy'])
    for (const directive of [
      "script-src 'self'",
      "style-src 'self'",
      "form-action 'self'",
      "frame-ancestors 'none'",
      "base-uri 'none'",
    ]) {
      expect(policy).toContain(directive)
    }
  }
})

test('nothing that depends on a reader is kept by a cache', () => {
  for (const { address, reply } of answers) {
    expect({ address, cache: reply.headers['cache-control'] }).toEqual({ address, cache: 'no-store' })
  }
})

test('a page loads nothing from elsewhere, and has no script, style or handler written into it', () => {
  for (const { address, reply } of html()) {
    const loaded = [
      ...reply.text.matchAll(
        /<(?:script|img|link|source|iframe|use|form)\b[^>]*\s(?:src|href|srcset|action)="([^"]*)"/g,
      ),
    ]
    const elsewhere = loaded.map(([, url = '']) => url).filter((url) => !/^(\/(?!\/)|#|data:image|[\w-]+\/)/.test(url))
    expect({ address, elsewhere }).toEqual({ address, elsewhere: [] })
    expect(reply.text).not.toMatch(/<script(?![^>]*\bsrc=)|<style|\son[a-z]+="|\sstyle="|javascript:/)
  }
})

test('styles and scripts load nothing from elsewhere either', async () => {
  const assets = new Set(
    html().flatMap(({ reply }) => [...reply.text.matchAll(/"(\/assets\/[^"]+)"/g)].map(([, path = '']) => path)),
  )
  expect(assets.size).toBeGreaterThan(3)
  for (const path of assets) {
    const asset = await ask(place.origin, { path })
    expect({ path, status: asset.status, cache: asset.headers['cache-control'] }).toEqual({
      path,
      status: 200,
      cache: 'public, max-age=31536000, immutable',
    })
    if (path.endsWith('.css')) expect(asset.text).not.toMatch(/@import|url\(["']?(?:https?:)?\/\//)
  }
})

test('every cookie is for this host alone, unreadable for scripts and not sent along from other sites', async () => {
  const client = new Client(place.origin)
  await client.post('/e-tjanster/felanmalan/starta')
  await client.get('/?lang=en')
  await client.post('/e-tjanster/parkeringstillstand/starta')
  await identify(client, 'dagny')
  const worker = await aStaffMember(place.origin, 'karin')
  const cookies = [...client.cookieLines, ...worker.cookieLines]
  const names = cookies.map((cookie) => cookie.split('=')[0])
  for (const purpose of ['visitor', 'language', 'login', 'citizen', 'staff']) {
    expect(names).toContain(`__Host-handslag-${place.port}-${purpose}`)
  }
  for (const cookie of cookies) {
    expect(cookie).toMatch(/^__Host-/)
    expect(cookie).toMatch(/; Path=\/(;|$)/)
    expect(cookie).toMatch(/; HttpOnly(;|$)/)
    expect(cookie).toMatch(/; Secure(;|$)/)
    expect(cookie).toMatch(/; SameSite=Lax(;|$)/)
    expect(cookie).not.toMatch(/Domain=/i)
  }
})
