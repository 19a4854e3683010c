import { startService } from '../../tests/support/client/application.ts'
import { aCitizen } from '../../tests/support/client/people.ts'
import type { Place } from '../../tests/support/installation/installation.ts'
import { memoryOf } from '../../tests/support/installation/memory.ts'
import { answersASecond } from './load.ts'
import { limitRow, type Row } from './row.ts'
import { measured } from './services.ts'

const wanted = 100_000
// Of the second half over the first: more is a trend.
const mostTrend = 1.1

/** Memory of the program, which is web and worker in one, while it answers 100 000 requests: pages of everybody and of somebody logged in. */
export async function measureMemory(place: Place): Promise<readonly Row[]> {
  const ada = await aCitizen(place.origin, 'ada')
  const step = await startService(ada, measured.form)
  const paths = ['/', '/e-tjanster?q=parkering', '/mina-sidor', step.url.pathname]
  const sizes: number[] = []
  let answered = 0
  for (let part = 0; answered < wanted; part = (part + 1) % paths.length) {
    const seconds = 10
    const rate = await answersASecond({
      url: `http://127.0.0.1:${place.port}${paths[part]}`,
      headers: { host: `localhost:${place.port}`, cookie: ada.cookieFor('/') },
      seconds,
    })
    answered += rate * seconds
    sizes.push((await memoryOf(place)) / 1_000_000)
  }
  const half = Math.floor(sizes.length / 2)
  const highest = (values: readonly number[]) => Math.max(...values)
  return [
    limitRow(`memory after ${Math.round(answered)} requests`, sizes.at(-1) ?? Number.NaN, 250, 'MB'),
    limitRow(
      'memory: highest of the second half / of the first',
      highest(sizes.slice(half)) / highest(sizes.slice(0, half)),
      mostTrend,
      '×',
    ),
  ]
}
