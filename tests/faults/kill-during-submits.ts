import { numberOn } from '../support/client/application.ts'
import type { Installation } from '../support/installation/installation.ts'
import { findNumberFaults } from '../support/installation/numbers.ts'
import { type Acknowledged, sendUntilAcknowledged } from './persistent-sender.ts'
import { drafters } from './senders.ts'
import { findLosses, findTraces } from './traces.ts'

export type KillReport = {
  readonly rounds: number
  readonly sent: number
  /** Drafts whose sender was not answered at least once. */
  readonly interrupted: number
  /** In words; none is right. */
  readonly faults: readonly string[]
}

/**
 * Kills the program while ten people send, round after round, each time after another number of answers, and starts it again. The senders
 * repeat until they are told that their application has been received. Then each must be there, whole, and once.
 */
export async function killDuringSubmits(installation: Installation, rounds: number): Promise<KillReport> {
  const fillDrafts = await drafters(installation)
  const faults: string[] = []
  const acknowledged: Acknowledged[] = []
  for (let round = 0; round < rounds; round++) {
    const drafts = await fillDrafts()
    const isTime = Promise.withResolvers<void>()
    let answers = 0
    const killAfter = round % drafts.length
    if (killAfter === 0) setImmediate(isTime.resolve)
    const sending = Promise.all(
      drafts.map(async (draft) => {
        const told = await sendUntilAcknowledged(draft)
        answers += 1
        if (answers >= killAfter) isTime.resolve()
        return told
      }),
    )
    const killing = isTime.promise.then(installation.killProgram).then(installation.startProgram)
    const [told] = await Promise.all([sending, killing])
    acknowledged.push(...told)
    for (const before of told) faults.push(...(await findSecondThoughts(before)))
  }
  const ids = acknowledged.map(({ draft }) => draft.id)
  const traces = await findTraces(installation, ids)
  if (traces.length !== ids.length) faults.push(`${ids.length} were acknowledged, ${traces.length} are stored`)
  return {
    rounds,
    sent: ids.length,
    interrupted: acknowledged.filter(({ failures }) => failures.length > 0).length,
    faults: [...faults, ...findLosses(traces), ...(await findNumberFaults(installation))],
  }
}

/** Sent once more, a draft must lead to the receipt that was told before, which tells its number. */
async function findSecondThoughts(before: Acknowledged): Promise<readonly string[]> {
  const { draft, receipt } = before
  const again = await sendUntilAcknowledged(draft)
  if (again.receipt !== receipt) return [`draft ${draft.id} led to ${receipt}, then to ${again.receipt}`]
  numberOn(await draft.client.open(receipt))
  return []
}
