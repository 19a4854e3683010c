import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, inject, test } from 'vitest'
import { ask } from '../support/client/ask.ts'
import { Client } from '../support/client/client.ts'
import { aCitizen } from '../support/client/people.ts'

const place = inject('installation')

const towns = [
  { name: 'Exempelköping', other: 'Nordby', origin: place.origin, service: 200 },
  // It has no such service.
  { name: 'Nordby', other: 'Exempelköping', origin: place.nordby, service: 404 },
] as const

/** What pages say to a reader, by which it can be told for whom they were made. */
type Seen = {
  readonly status: number
  readonly language: string | undefined
  readonly name: boolean
  readonly logOut: boolean
  readonly own: boolean
  readonly foreign: boolean
}

/** Ways to ask for the same page; the next one is asked while the last one's answer may still be kept (`keptFor`, seconds). */
const orders = [
  ['nobody', 'bo', 'english', 'nobody', 'stranger', 'bo', 'nobody'],
  ['bo', 'nobody', 'english', 'bo', 'nobody', 'stranger', 'english'],
  ['english', 'nobody', 'stranger', 'bo', 'english', 'bo', 'nobody'],
] as const
type Reader = (typeof orders)[number][number]

let cookies: Readonly<Record<string, Readonly<Record<Reader, string>>>>

beforeAll(async () => {
  const english = new Client(place.origin)
  await english.get('/?lang=en')
  const inTown = await Promise.all(towns.map(async ({ origin }) => (await aCitizen(origin, 'bo')).cookieFor('/')))
  const [here = '', there = ''] = inTown
  const others = { nobody: '', english: english.cookieFor('/') }
  cookies = {
    Exempelköping: { ...others, bo: here, stranger: there },
    Nordby: { ...others, bo: there, stranger: here },
  }
})

describe.each(orders)('asked by %s, then by %s, and so on', (...order) => {
  test.each(['/', '/e-tjanster', '/e-tjanster/parkeringstillstand'])(
    '%s is made for its reader and municipality',
    async (path) => {
      // An address that nobody has asked for, so that it is the order's first reader whose answer might be kept.
      const address = `${path}?prov=${randomUUID()}`
      for (const reader of order) {
        for (const town of towns) {
          const { seen, expected } = await read(town, reader, address)
          expect({ reader, town: town.name, ...seen }).toEqual({ reader, town: town.name, ...expected })
        }
      }
    },
  )
})

async function read(
  { name, other, origin, service }: (typeof towns)[number],
  reader: Reader,
  path: string,
): Promise<{ readonly seen: Seen; readonly expected: Seen }> {
  const cookie = cookies[name]?.[reader]
  const { status, text } = await ask(origin, { path, headers: cookie ? { cookie } : {} })
  return {
    seen: {
      status,
      language: /<html lang="(\w+)"/.exec(text)?.[1],
      name: text.includes('Bo Exempel'),
      logOut: text.includes('action="/logga-ut"'),
      own: text.includes(`– ${name}</title>`),
      foreign: text.includes(other),
    },
    expected: {
      status: path.includes('parkeringstillstand') ? service : 200,
      language: reader === 'english' ? 'en' : 'sv',
      name: reader === 'bo',
      logOut: reader === 'bo',
      own: true,
      foreign: false,
    },
  }
}
