import { fillIn, ordinary } from '../support/client/answers.ts'
import { stepForm } from '../support/client/application.ts'
import { fillBuildingPermit } from '../support/client/building-permit.ts'
import type { Client, Visited } from '../support/client/client.ts'
import { makeSignature, sign } from '../support/client/signing.ts'
import type { Place } from '../support/installation/installation.ts'
import { answersSent, findUncovered, wordsSigned } from '../support/signatures.ts'
import { applicants, findCases } from './sign-at-once.ts'

/** What came of it when one changed what the other signed. */
export type EditReport = {
  /** In words; none is right. */
  readonly faults: readonly string[]
  /** Rounds in which the signature came first, and what had been written first was sent. */
  readonly signedFirst: number
  /** Rounds in which the change came first, and the signature didn't count. */
  readonly changedFirst: number
}

const wordings = (round: number) => ({ first: `Den första lydelsen ${round}`, second: `Den andra lydelsen ${round}` })

/**
 * Ada and Bo apply for a permit together. She has signed; while his signature comes in she changes the description, round after round, each time the signature
 * beside another of her steps. Whatever comes first, what is sent in is what both have signed.
 */
export async function editWhileSigning(place: Place, rounds: number): Promise<EditReport> {
  const [ada, bo] = await applicants(place)
  const faults: string[] = []
  const drafts: string[] = []
  let signedFirst = 0
  for (let round = 0; round < rounds; round++) {
    const { first, second } = wordings(round)
    const { id, review } = await fillBuildingPermit(ada, ['bo'], {
      writer: ({ name }) => (name === 'q.beskrivning' ? first : undefined),
    })
    drafts.push(id)
    await ada.post(review)
    await sign(ada, id, 'region')
    const made = await makeSignature(bo, id, 'region')
    const answer = await change(ada, id, { words: second, beside: round % deeds.length, meanwhile: made.bring })
    const isRefused = answer.headers.location?.includes('fel=andrad') ?? false
    if (!isRefused) signedFirst += 1
    else await sign(bo, id, 'region')
    const cases = await findCases(place, id)
    if (cases.length !== 1) faults.push(`round ${round}: ${cases.length} cases, after ${answer.headers.location}`)
    const words = isRefused ? second : first
    for (const text of [await answersSent(place, id), ...(await wordsSigned(place, id))]) {
      if (!text?.includes(words)) faults.push(`round ${round}: “${words}” was to be sent, and isn’t in: ${text}`)
    }
  }
  const signed = drafts.map((id) => ({ id, signers: 2 }))
  return {
    faults: [...faults, ...(await findUncovered(place, signed))],
    signedFirst,
    changedFirst: rounds - signedFirst,
  }
}

/** What the applicant does to change what waits for signatures, one after the other. Each answers whether to go on. */
const deeds: readonly ((client: Client, draft: string, words: string) => Promise<boolean>)[] = [
  async (client, draft) => {
    const changed = await client.post(`/utkast/${draft}/signering/andra`)
    return changed.headers.location === `/utkast/${draft}/granska`
  },
  async (client, draft, words) => {
    const step = await client.get(`/utkast/${draft}/atgard`)
    const pairs = fillIn(stepForm(step), ordinary, 'nasta')
    const changed = pairs.map(([name, value]) => [name, name === 'q.beskrivning' ? words : value] as const)
    return (await client.post(step.url.pathname, changed)).status === 303
  },
  async (client, draft) => (await client.post(`/utkast/${draft}/granska`)).status === 303,
  async (client, draft) => (await sign(client, draft, 'region')).status === 303,
]

type Change = {
  readonly words: string
  /** Which of the deeds the other's signature comes beside. */
  readonly beside: number
  readonly meanwhile: () => Promise<Visited>
}

/** Changes the description and signs anew; answers what the other's signature led to. */
async function change(client: Client, draft: string, { words, beside, meanwhile }: Change): Promise<Visited> {
  let other: Promise<Visited> | undefined
  for (const [index, deed] of deeds.entries()) {
    if (index === beside) other = meanwhile()
    if (!(await deed(client, draft, words))) break
  }
  return await (other ?? meanwhile())
}
