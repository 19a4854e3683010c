import type { FilledDraft } from '../support/client/application.ts'
import { fillBuildingPermit } from '../support/client/building-permit.ts'
import type { Client } from '../support/client/client.ts'
import { aCitizen } from '../support/client/people.ts'
import { type MadeSignature, makeSignature, type SigningMethod, sign } from '../support/client/signing.ts'
import type { Installation } from '../support/installation/installation.ts'
import { findNumberFaults } from '../support/installation/numbers.ts'
import { asSuperuser, holdRows } from '../support/installation/superuser.ts'
import { findUncovered } from '../support/signatures.ts'
import { waitFor } from '../support/waiting.ts'
import { findLosses, findTraces } from './traces.ts'

export type KillSigningReport = {
  /** Applications that two have signed. */
  readonly signed: number
  /** Signatures that the program had been given, and hadn't put with what they are of, when it was killed: nobody came back to see to them. */
  readonly left: number
  /** Milliseconds from the start of the program until the last of those had become a case, in the slowest round. */
  readonly slowest: number
  /** In words; none is right. */
  readonly faults: readonly string[]
}

/** Who apply together, and by what the second signs. Nobody can have two orders under way in one app. */
const pairs: readonly (readonly [applicant: string, other: string, method: SigningMethod])[] = [
  ['ada', 'bo', 'bankid'],
  ['dagny', 'elsa', 'freja'],
  ['cecilia', 'gustav', 'region'],
]

/** One on Mina sidor and one by mail, for each of the two. */
const noticesOfTwo = 4

/** Milliseconds: a job looks each minute for signatures that are half a minute old. */
const patience = 120_000

/**
 * Kills the program while pairs sign, round after round, and starts it again. In every other round the second signatures have all been given to it and
 * none has been put with what it is of: then nobody comes back. In the others it is killed after another number of answers, and who wasn't answered comes back.
 * In the end each application must be a case, whole, and once.
 */
export async function killDuringSigning(installation: Installation, rounds: number): Promise<KillSigningReport> {
  const drafts: string[] = []
  const faults: string[] = []
  let left = 0
  let slowest = 0
  for (let round = 0; round < rounds; round++) {
    const made = await Promise.all(pairs.map(async (pair) => await signedByOne(installation, pair)))
    const ids = made.map(({ draft }) => draft.id)
    drafts.push(...ids)
    const unanswered = await (round % 2 === 0 ? killBetween(installation, made) : killAmong(installation, made, round))
    const given = await listGiven(installation, ids)
    left += given.length
    await installation.startProgram()
    const began = performance.now()
    await Promise.all(
      unanswered
        .filter(({ draft }) => !given.includes(draft.id))
        .map(async ({ draft, other, signature }) => await comeBack(draft, other, signature)),
    )
    await waitFor('the cases of all who have signed', patience, async () =>
      (await listUnsent(installation, ids)).length === 0 ? true : undefined,
    ).catch(async (error: Error) =>
      faults.push(`round ${round}: ${error.message}: ${await listUnsent(installation, ids)}`),
    )
    if (given.length > 0) slowest = Math.max(slowest, performance.now() - began)
  }
  const signed = drafts.map((id) => ({ id, signers: 2 }))
  return {
    signed: drafts.length,
    left,
    slowest,
    faults: [
      ...faults,
      ...findLosses(await findTraces(installation, drafts), noticesOfTwo),
      ...(await findUncovered(installation, signed)),
      ...(await findNumberFaults(installation)),
    ],
  }
}

/** An application that its applicant has signed, and that the other has signed without the program's knowing yet. */
type Made = { readonly draft: FilledDraft; readonly other: Client; readonly signature: MadeSignature }

async function signedByOne({ origin }: Installation, [by, name, method]: (typeof pairs)[number]): Promise<Made> {
  const [applicant, other] = [await aCitizen(origin, by), await aCitizen(origin, name)]
  const draft = await fillBuildingPermit(applicant, [name])
  await applicant.post(draft.review)
  await sign(applicant, draft.id, 'region')
  return { draft, other, signature: await makeSignature(other, draft.id, method) }
}

/** Kills the program when it has been given all signatures and has put none with what it is of. Answers who wasn't answered: everybody. */
async function killBetween(installation: Installation, made: readonly Made[]): Promise<readonly Made[]> {
  const ids = made.map(({ draft }) => draft.id)
  // Nobody can go on with a draft that somebody else holds: each signature is kept, and waits.
  const held = await holdRows(installation, 'select from drafts.draft where draft_id = any($1::uuid[]) for update', [
    ids,
  ])
  const bringing = Promise.allSettled(made.map(async ({ signature }) => await signature.bring()))
  await waitFor('all signatures are kept', patience, async () =>
    (await listGiven(installation, ids)).length === ids.length ? true : undefined,
  )
  await installation.killProgram()
  await bringing
  await held.release()
  return made
}

/** Kills the program after another number of answers each round. Answers who wasn't answered. */
async function killAmong(installation: Installation, made: readonly Made[], round: number): Promise<readonly Made[]> {
  const isTime = Promise.withResolvers<void>()
  const killAfter = Math.floor(round / 2) % made.length
  let answers = 0
  if (killAfter === 0) setImmediate(isTime.resolve)
  const killing = isTime.promise.then(installation.killProgram)
  const brought = await Promise.all(
    made.map(async (one) => {
      const answer = await one.signature.bring().catch(() => undefined)
      answers += 1
      if (answers >= killAfter) isTime.resolve()
      return answer?.status === 303 ? undefined : one
    }),
  )
  await killing
  return brought.flatMap((one) => one ?? [])
}

/** Goes back to the page that waited for the app; signs once more when nothing has come of it. */
async function comeBack({ id }: FilledDraft, other: Client, signature: MadeSignature): Promise<void> {
  const answer = await signature.bring()
  if (answer.headers.location?.includes('/mina-sidor/arenden/')) return
  await sign(other, id)
}

/** The drafts of which a signature is kept that hasn't been put with what it is of. */
async function listGiven(place: Pick<Installation, 'data'>, drafts: readonly string[]): Promise<readonly string[]> {
  const rows = await asSuperuser<{ draft: string }>(
    place,
    `select split_part(return_to, '/', 3) as draft from identity.eid_transaction
     where purpose = 'sign' and state = 'done' and outcome_sealed is not null`,
  )
  return rows.map(({ draft }) => draft).filter((draft) => drafts.includes(draft))
}

const listUnsent = async (place: Pick<Installation, 'data'>, drafts: readonly string[]) =>
  (
    await asSuperuser<{ id: string }>(
      place,
      `select draft_id as id from drafts.draft where draft_id = any($1::uuid[]) and state <> 'sent'`,
      [drafts],
    )
  ).map(({ id }) => id)
