import type { Context } from '../../platform/context.ts'
import { CodedError } from '../../platform/errors.ts'
import type { Answer } from '../../platform/http/answer.ts'
import type { RequestFacts } from '../../platform/http/page.ts'
import type { DraftPorts, LatePost } from '../ports.ts'

type Late = { readonly ctx: Context; readonly request: RequestFacts; readonly post?: LatePost }

/**
 * Lets a page of a draft answer. When the draft isn't the visitor's, it may be that of somebody whose session has ended: they're led to
 * the login and back, with what they posted kept. For all others the draft doesn't exist.
 */
export async function orLogInAgain<Answered>(
  { afterSessionEnd }: Pick<DraftPorts, 'afterSessionEnd'>,
  { ctx, request, post }: Late,
  answer: () => Promise<Answered>,
): Promise<Answered | Answer> {
  try {
    return await answer()
  } catch (error) {
    if (!(error instanceof CodedError) || error.code !== 'not-found' || ctx.actor.kind !== 'visitor') throw error
    const login = await afterSessionEnd(ctx, request, post)
    if (!login) throw error
    return login
  }
}
