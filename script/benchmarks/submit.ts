import { type FilledDraft, fillService, submit } from '../../tests/support/client/application.ts'
import { aVisitor } from '../../tests/support/client/people.ts'
import type { Place } from '../../tests/support/installation/installation.ts'
import { databaseAddresses } from '../../tests/support/installation/superuser.ts'
import { limitRow, median, percentile, type Row, ratioRow } from './row.ts'
import { measured } from './services.ts'
import { bareSubmissionsASecond } from './yardsticks.ts'

const rounds = 3
const senders = 10
const sentInRound = 200
const burst = 50

/** Sending an application, beside the bare SQL of it; and fifty people who press the button at the same moment. */
export async function measureSubmit(place: Place): Promise<readonly Row[]> {
  const { superuser } = await databaseAddresses(place.data)
  await sendAll(await fillDrafts(place, 50), senders)
  const rates: number[] = []
  const bareRates: number[] = []
  const worst: number[] = []
  for (let round = 0; round < rounds; round++) {
    const drafts = await fillDrafts(place, sentInRound)
    const began = performance.now()
    await sendAll(drafts, senders)
    rates.push(sentInRound / ((performance.now() - began) / 1000))
    bareRates.push(await bareSubmissionsASecond(superuser, { seconds: 2, senders }))
    worst.push(percentile(await sendAll(await fillDrafts(place, burst), burst), 0.99))
  }
  return [
    ratioRow('send an application / S', { rate: median(rates), yardstick: median(bareRates), least: 0.25 }),
    limitRow(`send an application: p99 of a burst of ${burst}`, median(worst), 250, 'ms'),
  ]
}

/** Drafts of different visitors, ready to be sent. */
async function fillDrafts(place: Place, count: number): Promise<readonly FilledDraft[]> {
  const drafts: FilledDraft[] = []
  const left = Array.from({ length: count }).values()
  await Promise.all(
    Array.from({ length: 8 }, async () => {
      for (const _ of left) drafts.push(await fillService(aVisitor(place.origin), measured.quick))
    }),
  )
  return drafts
}

/** Milliseconds of each answer when so many send at once. */
async function sendAll(drafts: readonly FilledDraft[], atOnce: number): Promise<readonly number[]> {
  const queue = drafts.values()
  const times: number[] = []
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (const draft of queue) {
        const began = performance.now()
        const { status } = await submit(draft)
        if (status !== 303) throw new Error(`${draft.review} answered ${status}`)
        times.push(performance.now() - began)
      }
    }),
  )
  return times
}
