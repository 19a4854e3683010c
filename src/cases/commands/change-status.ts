import { getStatus } from '../../catalogue/public.ts'
import type { Context } from '../../platform/context.ts'
import { failed, type Result } from '../../platform/result.ts'
import { type Change, type ChangeFailure, changeCase, writeChange } from '../change-case.ts'
import { writeHistory } from '../history.ts'
import { mayFollow } from '../status.ts'

/**
 * Moves a case to another of its service's statuses ("Ändra status"), by id. What the citizen was asked for falls away with the wait for it.
 * Refused when the status doesn't exist or can't follow.
 */
export async function changeStatus(
  ctx: Context,
  input: Change & { readonly status: string },
): Promise<Result<undefined, ChangeFailure | 'no-such-step'>> {
  return await changeCase<'no-such-step'>(ctx, { ...input, verb: 'change-status' }, async (tx, it) => {
    const { caseId } = it
    const { definition } = it.service
    const wanted = definition.statuses.find(({ id }) => id === input.status)
    if (!wanted || !mayFollow(getStatus(definition, it.status), wanted)) return failed('no-such-step')
    const { id: status, kind } = wanted
    await writeHistory(ctx, tx, { caseId, type: 'case.status-changed', forCitizen: true, data: { status } })
    tx.record({ type: 'case.status-changed', subject: caseId, data: { status, kind } })
    return await writeChange(ctx, tx, {
      caseId,
      event: 'case.status-changed',
      set: { status, status_kind: kind, supplement_text: null, supplement_until: null },
    })
  })
}
