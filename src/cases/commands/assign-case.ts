import { listStaff } from '../../identity/public.ts'
import type { Context } from '../../platform/context.ts'
import { failed, ok, type Result } from '../../platform/result.ts'
import { caseFacts } from '../case.ts'
import { type Change, type ChangeFailure, changeCase, writeChange } from '../change-case.ts'
import { writeHistory } from '../history.ts'
import { mayHandle } from '../policy.ts'

/** Gives a case to a case worker of its group ("Fördela"), or to nobody: then it is "Ej fördelat" again. */
export async function assignCase(
  ctx: Context,
  input: Change & { readonly to: string | undefined },
): Promise<Result<undefined, ChangeFailure | 'not-in-group'>> {
  return await changeCase<'not-in-group'>(ctx, { ...input, verb: 'assign' }, async (tx, it) => {
    const { caseId } = it
    if (it.assignedTo === input.to) return ok(undefined)
    const colleagues = input.to === undefined ? [] : await listStaff(ctx, tx, it.group)
    const worker = colleagues.find((colleague) => colleague.id === input.to && mayHandle(colleague, caseFacts(it)))
    if (input.to !== undefined && !worker) return failed('not-in-group')
    const { showCaseWorker } = it.service.definition
    const to = worker?.id ?? null
    await writeHistory(ctx, tx, {
      caseId,
      type: 'case.assigned',
      // That a case has left somebody's desk is the municipality's own matter until it is on another.
      forCitizen: showCaseWorker && worker !== undefined,
      data: { to, ...(worker ? { name: worker.name } : {}) },
    })
    tx.record({ type: 'case.assigned', subject: caseId, data: { to } })
    return await writeChange(ctx, tx, {
      caseId,
      event: 'case.assigned',
      set: { assigned_to: to, worker_shown: showCaseWorker ? (worker?.name ?? null) : null },
    })
  })
}
