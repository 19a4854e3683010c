import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, inject, test } from 'vitest'
import { persons } from '../../simulators/eid-hub/persons.ts'
import { staff } from '../../simulators/staff-idp/staff.ts'
import { ask } from '../support/client/ask.ts'
import type { Client, Visited } from '../support/client/client.ts'
import { aCitizen } from '../support/client/people.ts'
import { readInbox } from '../support/inbox.ts'
import { listPages, type PageAddress } from '../support/installation/pages.ts'
import { addressesOf, inhabit, plans, type Town } from './town.ts'

const place = inject('installation')
const canary = () => `kanarie${randomBytes(8).toString('hex')}`

let pages: readonly PageAddress[] = []
let towns: readonly [Town, Town]
let adaInNordby: Client

beforeAll(async () => {
  pages = await listPages(place)
  towns = [
    await inhabit({ ...plans.exempelkoping, origin: place.origin, canary: canary() }),
    await inhabit({ ...plans.nordby, origin: place.nordby, canary: canary() }),
  ]
  adaInNordby = await aCitizen(place.nordby, 'ada')
})

/** Pages whose address names somebody's thing, not what the municipality offers everybody. */
const personal = () => pages.filter(({ path }) => /:(?!service|method)/.test(path))

const everybodyIn = (town: Town): readonly (readonly [string, Client])[] => [
  ['the citizen', town.citizen],
  ['the visitor', town.visitor],
  ['the staff member', town.staff],
  ...(town.origin === place.nordby ? [['the other town’s citizen, logged in here', adaInNordby] as const] : []),
]

const isResident = (client: Client): boolean => client.cookieFor('/').includes('-citizen=')

/** The status, or that somebody is to log in first. */
const answerOf = ({ status, url, headers }: Visited): number | 'login' =>
  [url.pathname, headers.location?.split('?')[0]].includes('/logga-in') ? 'login' : status

/** What each of those who may be asked for it answers. */
const asOwner = async ({ citizen, visitor, staff: worker }: Town, address: string) =>
  await Promise.all([citizen, visitor, worker].map(async (client) => await client.get(address)))

describe.each([
  ['Exempelköping', 0],
  ['Nordby', 1],
] as const)('what is in %s', (_name, index) => {
  const pair = (): readonly [Town, Town] => [towns[index], towns[index === 0 ? 1 : 0]]

  test('is there for its owner, at every address', async () => {
    const [own] = pair()
    for (const { path } of personal().filter(({ get }) => get)) {
      for (const address of addressesOf(own, path)) {
        const statuses = (await asOwner(own, address)).map(({ status }) => status)
        expect({ address, found: statuses.some((status) => status === 200 || status === 303) }).toEqual({
          address,
          found: true,
        })
      }
    }
  })

  test('does not exist for anybody in the other municipality, at any address, by GET or by POST', async () => {
    const [own, other] = pair()
    for (const { path, get, post, asksForLogin } of personal()) {
      for (const address of addressesOf(own, path)) {
        for (const [who, client] of everybodyIn(other)) {
          // People are sent the address: whoever isn't logged in is led to the login, whether or not there is such a thing.
          const answer = asksForLogin && !isResident(client) ? 'login' : 404
          const answers = [...(get ? [await client.open(address)] : []), ...(post ? [await client.post(address)] : [])]
          for (const answered of answers) {
            expect({ address, who, answer: answerOf(answered), leaks: answered.text.includes(own.canary) }).toEqual({
              address,
              who,
              answer,
              leaks: false,
            })
          }
        }
      }
    }
  })

  test('is not opened by its owner’s cookies at the other municipality’s host', async () => {
    const [own, other] = pair()
    for (const client of [own.citizen, own.visitor, own.staff]) {
      const cookie = client.cookieFor('/')
      for (const { path } of pages.filter(({ get }) => get)) {
        for (const address of [...addressesOf(own, path), ...addressesOf(other, path)]) {
          const { status, text } = await ask(other.origin, { path: address, headers: { cookie } })
          const leaks = towns.some((town) => text.includes(town.canary))
          expect({ address, status: [200, 303, 404].includes(status), leaks }).toEqual({
            address,
            status: true,
            leaks: false,
          })
        }
      }
    }
  })

  test('its e-services are not the other’s', async () => {
    const [own, other] = pair()
    const services = own.things.services.filter((service) => service !== 'synpunkt')
    expect(services).not.toEqual([])
    for (const service of services) {
      expect((await other.citizen.get(`/e-tjanster/${service}`)).status).toBe(404)
      expect((await other.citizen.post(`/e-tjanster/${service}/starta`)).status).toBe(404)
    }
  })

  test('shows on its own pages, and not one byte of it on the other’s', async () => {
    const [own, other] = pair()
    let shown = 0
    for (const { path } of pages.filter(({ get }) => get)) {
      for (const address of addressesOf(own, path)) {
        for (const { text } of await asOwner(own, address)) {
          if (text.includes(own.canary)) shown += 1
          expect({ address, leaks: text.includes(other.canary) }).toEqual({ address, leaks: false })
        }
      }
    }
    expect(shown).toBeGreaterThan(10)
  })

  test('is in no letter, and only its own municipality writes to those it knows', async () => {
    const [own, other] = pair()
    const letters = await readInbox(place)
    const toOurs = letters.filter(({ to }) => to.includes(own.canary))
    expect(toOurs).not.toEqual([])
    for (const { subject, text } of letters) expect(subject + text).not.toContain(own.canary)
    for (const { text } of toOurs) expect(text).not.toContain(other.origin)
  })
})

test('the log of all this names nobody: no name, number, mail address, query string or written word', async () => {
  const log = await readFile(join(place.data, 'log', 'main.log'), 'utf8')
  const numbers = persons.flatMap(({ identity }) => (identity.kind === 'prid' ? [identity.prid] : [identity.number]))
  const names = [
    ...persons.map(({ givenName, familyName }) => `${givenName} ${familyName}`),
    ...Object.values(staff)
      .flat()
      .map(({ name }) => name),
  ]
  const streets = persons.flatMap(({ address }) => address?.street ?? [])
  for (const word of [
    ...towns.map((town) => town.canary),
    ...numbers,
    ...names,
    ...streets,
    '.example',
    '?',
    'till=',
  ]) {
    const lines = log.split('\n').filter((line) => line.includes(word))
    expect({ word, lines }).toEqual({ word, lines: [] })
  }
  expect(log.split('\n').length).toBeGreaterThan(500)
})
