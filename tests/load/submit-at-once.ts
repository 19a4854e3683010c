import { fillService, numberOn, submit } from '../support/client/application.ts'
import type { Client } from '../support/client/client.ts'
import { aCitizen, aVisitor } from '../support/client/people.ts'
import type { Place } from '../support/installation/installation.ts'
import { findNumberFaults } from '../support/installation/numbers.ts'
import { asSuperuser } from '../support/installation/superuser.ts'

/** What many identical submits at once led to. */
export type AtOnceReport = {
  readonly rounds: number
  /** In words; none is right. */
  readonly faults: readonly string[]
  /** Milliseconds of each answer, in order of size. */
  readonly times: readonly number[]
}

const atOnce = 50

/** Who sends what that nobody signs, in turn: with files and login, with login, and without. */
const senders = [
  { service: 'synpunkt', client: async ({ origin }: Place): Promise<Client> => await aCitizen(origin, 'bo') },
  { service: 'snorojning', client: async ({ nordby }: Place): Promise<Client> => await aCitizen(nordby, 'cecilia') },
  { service: 'felanmalan', client: async ({ origin }: Place): Promise<Client> => aVisitor(origin) },
]

/** Sends one draft fifty times at once, round after round. Each round must give one case, which all fifty answers name. */
export async function submitAtOnce(place: Place, rounds: number): Promise<AtOnceReport> {
  const faults: string[] = []
  const times: number[] = []
  for (let round = 0; round < rounds; round++) {
    const { service, client } = senders[round % senders.length] ?? senders[0] ?? never()
    const draft = await fillService(await client(place), service)
    const answers = await Promise.all(
      Array.from({ length: atOnce }, async () => {
        const began = performance.now()
        const answer = await submit(draft)
        times.push(performance.now() - began)
        return answer
      }),
    )
    const told = new Set(answers.map(({ status, headers }) => `${status} ${headers.location}`))
    const first = answers[0]
    if (told.size > 1 || !first || first.status !== 303) {
      faults.push(`round ${round} (${service}): ${[...told].join(', ')}`)
      continue
    }
    const number = numberOn(await draft.client.follow(first))
    const stored = await asSuperuser<{ number: string }>(
      place,
      `select c.number from cases.submission s join cases.case c using (tenant_id, case_id) where s.draft_id = $1`,
      [draft.id],
    )
    if (stored.map((row) => row.number).join() !== number) {
      faults.push(`round ${round} (${service}): told ${number}, stored ${JSON.stringify(stored)}`)
    }
  }
  return { rounds, faults: [...faults, ...(await findNumberFaults(place))], times: times.toSorted((a, b) => a - b) }
}

function never(): never {
  throw new Error('there is nobody to send')
}
