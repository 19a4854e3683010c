import type { Context } from '../../platform/context.ts'
import { failed, ok, type Result } from '../../platform/result.ts'
import { type Change, type ChangeFailure, changeCase, writeChange } from '../change-case.ts'
import { writeHistory } from '../history.ts'

/** Makes the actor the one who handles a case that nobody has taken ("Ta ärendet"). Nothing happens when it is theirs already. */
export async function takeCase(
  ctx: Context,
  input: Change,
): Promise<Result<undefined, ChangeFailure | 'taken-already'>> {
  return await changeCase<'taken-already'>(ctx, { ...input, verb: 'take' }, async (tx, it) => {
    const { actor } = ctx
    if (actor.kind !== 'staff') return failed('taken-already')
    if (it.assignedTo === actor.id) return ok(undefined)
    if (it.assignedTo !== undefined) return failed('taken-already')
    const { showCaseWorker } = it.service.definition
    const { caseId } = it
    await writeHistory(ctx, tx, {
      caseId,
      type: 'case.taken',
      forCitizen: showCaseWorker,
      data: { to: actor.id, name: actor.name },
    })
    tx.record({ type: 'case.taken', subject: caseId, data: {} })
    return await writeChange(ctx, tx, {
      caseId,
      event: 'case.taken',
      set: { assigned_to: actor.id, worker_shown: showCaseWorker ? actor.name : null },
    })
  })
}
