import { fillBuildingPermit } from '../support/client/building-permit.ts'
import type { Client } from '../support/client/client.ts'
import { aCitizen } from '../support/client/people.ts'
import { makeSignature, type SigningMethod, sign } from '../support/client/signing.ts'
import type { Place } from '../support/installation/installation.ts'
import { findNumberFaults } from '../support/installation/numbers.ts'
import { asSuperuser } from '../support/installation/superuser.ts'
import { findUncovered } from '../support/signatures.ts'

/** Both go back to the program by the hub's page, or both from an app, in turn: the hub's are sooner done. */
const methods: readonly SigningMethod[] = ['region', 'region', 'bankid', 'region', 'freja']

/**
 * Ada applies for a permit with Bo and Dagny, who sign in the same moment, round after round. Each round must give one case, to which both are led, with three
 * signatures that cover what was sent. Answers what is wrong, in words.
 */
export async function signAtOnce(place: Place, rounds: number): Promise<readonly string[]> {
  const ada = await aCitizen(place.origin, 'ada')
  const others = [await aCitizen(place.origin, 'bo'), await aCitizen(place.origin, 'dagny')]
  const faults: string[] = []
  const drafts: string[] = []
  for (let round = 0; round < rounds; round++) {
    const { id, review } = await fillBuildingPermit(ada, ['bo', 'dagny'])
    drafts.push(id)
    await ada.post(review)
    await sign(ada, id, 'region')
    const method = methods[round % methods.length] ?? 'region'
    const made = await Promise.all(others.map(async (client) => await makeSignature(client, id, method)))
    const answers = await Promise.all(made.map(async ({ bring }) => await bring()))
    const ends = await Promise.all(
      answers.map(async (answer, index) => (await (others[index] ?? ada).follow(answer)).url.pathname),
    )
    const cases = await findCases(place, id)
    const should = cases.map((caseId) => `/mina-sidor/arenden/${caseId}`)
    if (cases.length !== 1 || ends.some((path) => !should.includes(path))) {
      faults.push(`round ${round} (${method}): ${cases.length} cases, led to ${ends.join(' and ')}`)
    }
  }
  const signed = drafts.map((id) => ({ id, signers: 3 }))
  return [...faults, ...(await findUncovered(place, signed)), ...(await findNumberFaults(place))]
}

/** The cases that have come of a draft. */
export const findCases = async (place: Pick<Place, 'data'>, draft: string): Promise<readonly string[]> =>
  (
    await asSuperuser<{ id: string }>(place, 'select case_id as id from cases.submission where draft_id = $1', [draft])
  ).map(({ id }) => id)

/** Two people who apply together, each in their own browser. */
export const applicants = async ({ origin }: Place): Promise<readonly [Client, Client]> => [
  await aCitizen(origin, 'ada'),
  await aCitizen(origin, 'bo'),
]
