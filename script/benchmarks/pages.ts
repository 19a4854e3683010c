import { startService } from '../../tests/support/client/application.ts'
import { ask } from '../../tests/support/client/ask.ts'
import { aCitizen } from '../../tests/support/client/people.ts'
import type { Place } from '../../tests/support/installation/installation.ts'
import { answersASecond, type Load } from './load.ts'
import { median, type Row, ratioRow } from './row.ts'
import { measured } from './services.ts'
import type { PlainServer } from './yardsticks.ts'

const rounds = 3
// Of one measurement. The first, which nobody counts, lets the program warm up.
const seconds = 3

type Measured = { readonly what: string; readonly path: string; readonly cookie: string; readonly least: number }

/** GET a step of 25 questions, logged in, its draft on disk: beside a constant page of the same size. */
export async function measureStep(place: Place, plain: PlainServer): Promise<readonly Row[]> {
  const ada = await aCitizen(place.origin, 'ada')
  const step = await startService(ada, measured.form)
  return await besideR(place, plain, [
    {
      what: 'GET a step of 25 questions, logged in / R',
      path: step.url.pathname,
      cookie: ada.cookieFor('/'),
      least: 0.1,
    },
  ])
}

/** The pages that everybody opens first. */
export const measureOpenPages = async (place: Place, plain: PlainServer): Promise<readonly Row[]> =>
  await besideR(place, plain, [
    { what: 'GET the start page / R', path: '/', cookie: '', least: 0.25 },
    { what: 'GET the catalogue / R', path: '/e-tjanster', cookie: '', least: 0.25 },
    { what: 'GET the catalogue, searched / R', path: '/e-tjanster?q=parkering', cookie: '', least: 0.25 },
  ])

/** Round after round, a page and its yardstick in turn; the median round counts. */
async function besideR(place: Place, plain: PlainServer, pages: readonly Measured[]): Promise<readonly Row[]> {
  const rows: Row[] = []
  for (const { what, path, cookie, least } of pages) {
    const load: Load = {
      url: `http://127.0.0.1:${place.port}${path}`,
      headers: { host: `localhost:${place.port}`, ...(cookie && { cookie }) },
      seconds,
    }
    const size = await sizeOf(load)
    const yardstick: Load = { url: `${plain.origin}/${size}`, seconds }
    await answersASecond(load)
    await answersASecond({ ...yardstick, seconds: 1 })
    const rates: number[] = []
    const plainRates: number[] = []
    for (let round = 0; round < rounds; round++) {
      rates.push(await answersASecond(load))
      plainRates.push(await answersASecond(yardstick))
    }
    rows.push(
      ratioRow(`${what} (${Math.round(size / 1000)} kB)`, {
        rate: median(rates),
        yardstick: median(plainRates),
        least,
      }),
    )
  }
  return rows
}

async function sizeOf({ url, headers = {} }: Load): Promise<number> {
  const { origin, pathname, search } = new URL(url)
  const { bytes, status } = await ask(origin, { path: pathname + search, headers })
  if (status !== 200) throw new Error(`${url} answered ${status}`)
  return bytes.length
}
