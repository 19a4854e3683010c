import { z } from 'zod'
import { statusOfKind } from '../../catalogue/public.ts'
import { dayIn } from '../../platform/clock.ts'
import type { Context } from '../../platform/context.ts'
import { failed, type Result } from '../../platform/result.ts'
import { type Change, type ChangeFailure, changeCase, writeChange } from '../change-case.ts'
import { writeHistory } from '../history.ts'

/** The longest text of a request, in characters: some pages. */
export const longestRequest = 4_000

/** What is wrong with a request as it was filled in, field by field. */
export type RequestFault = {
  readonly kind: 'invalid'
  readonly text?: 'missing' | 'too-long'
  readonly until?: 'not-a-day' | 'not-in-future'
}

type SupplementRequest = Change & {
  /** What the citizen shall add or correct, as typed. */
  readonly text: string
  /** The last day for it, `2027-03-03`. */
  readonly until: string
}

/**
 * Asks the citizen for a supplement until a last day ("Begär komplettering"): the case waits, and can now be supplemented.
 * Asking again replaces text and day. Not allowed where the service takes none, or nobody is logged in to answer.
 */
export async function requestSupplement(
  ctx: Context,
  input: SupplementRequest,
): Promise<Result<undefined, ChangeFailure | RequestFault>> {
  return await changeCase<RequestFault>(ctx, { ...input, verb: 'request-supplement' }, async (tx, it) => {
    const fault = faultIn(ctx, input)
    if (fault) return failed(fault)
    const status = statusOfKind(it.service.definition, 'waiting-for-citizen')
    if (!status) throw new Error(`The service ${it.service.shortName} has no status for a case that waits`)
    const { caseId } = it
    const { until } = input
    const text = input.text.trim()
    await writeHistory(ctx, tx, {
      caseId,
      type: 'case.supplement-requested',
      forCitizen: true,
      data: { until, text, status: status.id },
    })
    tx.record({ type: 'case.supplement-requested', subject: caseId, data: { until } })
    return await writeChange(ctx, tx, {
      caseId,
      event: 'case.supplement-requested',
      set: { status: status.id, status_kind: status.kind, supplement_text: text, supplement_until: until },
    })
  })
}

const CalendarDay = z.iso.date()

function faultIn(ctx: Context, { text, until }: SupplementRequest): RequestFault | undefined {
  const length = text.trim().length
  const today = dayIn(ctx.tenant.timeZone, ctx.clock.now())
  const textFault = length === 0 ? 'missing' : length > longestRequest ? 'too-long' : undefined
  const untilFault = !CalendarDay.safeParse(until).success ? 'not-a-day' : until <= today ? 'not-in-future' : undefined
  if (!textFault && !untilFault) return undefined
  return { kind: 'invalid', ...(textFault ? { text: textFault } : {}), ...(untilFault ? { until: untilFault } : {}) }
}
