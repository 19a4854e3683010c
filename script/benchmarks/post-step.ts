import { fillIn, ordinary, type Pair } from '../../tests/support/client/answers.ts'
import { startService, stepForm } from '../../tests/support/client/application.ts'
import { ask } from '../../tests/support/client/ask.ts'
import { aCitizen } from '../../tests/support/client/people.ts'
import type { Place } from '../../tests/support/installation/installation.ts'
import { answersASecond } from './load.ts'
import { median, percentile, type Row, ratioRow } from './row.ts'
import { measured } from './services.ts'
import type { PlainServer } from './yardsticks.ts'

const rounds = 3
const seconds = 3
const writers = 10

/** One who writes: a draft of their own, and how often it has been saved. */
type Writer = { readonly path: string; readonly pairs: readonly Pair[]; readonly cookie: string; revision: number }

/** POST a step of 25 questions: each post changes an answer, which is validated, encrypted and committed durably before the 303. */
export async function measurePostStep(place: Place, plain: PlainServer): Promise<readonly Row[]> {
  const ada = await aCitizen(place.origin, 'ada')
  const made: Writer[] = []
  for (let count = 0; count < writers; count++) {
    const step = await startService(ada, measured.form)
    made.push({
      path: step.url.pathname,
      pairs: fillIn(stepForm(step), ordinary, 'spara'),
      cookie: ada.cookieFor('/'),
      revision: 0,
    })
  }
  const body = bodyOf(made[0] ?? never(), 'x')
  await postFor(place, made, 2)
  const rates: number[] = []
  const times: number[] = []
  const plainRates: number[] = []
  for (let round = 0; round < rounds; round++) {
    const posted = await postFor(place, made, seconds)
    rates.push(posted.length / seconds)
    times.push(...posted)
    const headers = { 'content-type': 'application/x-www-form-urlencoded' }
    plainRates.push(await answersASecond({ url: `${plain.origin}/`, headers, body, seconds }))
  }
  const row = ratioRow('POST a step of 25 questions / R', {
    rate: median(rates),
    yardstick: median(plainRates),
    least: undefined,
  })
  const [p50, p99] = [0.5, 0.99].map((share) => percentile(times, share).toFixed(0))
  return [{ ...row, measured: `${row.measured}, p50 ${p50} ms, p99 ${p99} ms with ${writers} writers` }]
}

/** Milliseconds of each post of all writers in so many seconds. */
async function postFor(place: Place, made: readonly Writer[], duration: number): Promise<readonly number[]> {
  const until = performance.now() + duration * 1000
  const times: number[] = []
  await Promise.all(
    made.map(async (writer) => {
      while (performance.now() < until) {
        const began = performance.now()
        const { status, text } = await ask(place.origin, {
          method: 'POST',
          path: writer.path,
          headers: {
            cookie: writer.cookie,
            'sec-fetch-site': 'same-origin',
            'content-type': 'application/x-www-form-urlencoded',
          },
          body: bodyOf(writer, crypto.randomUUID()),
        })
        if (status !== 303) throw new Error(`${writer.path} answered ${status}: ${/<h1.*?<\/h1>/.exec(text)?.[0]}`)
        times.push(performance.now() - began)
        writer.revision += 1
      }
    }),
  )
  return times
}

const bodyOf = ({ pairs, revision }: Writer, answer: string): string =>
  new URLSearchParams(
    pairs.map(([name, value]) => [
      name,
      name === 'revision' ? String(revision) : name === 'q.fraga-1' ? answer : value,
    ]),
  ).toString()

function never(): never {
  throw new Error('there is no writer')
}
