import { getDraft, stepPath } from '../../drafts/public.ts'
import { reviewStep } from '../../forms/navigation.ts'
import type { Context } from '../../platform/context.ts'
import { notFound } from '../../platform/errors.ts'
import { type Redirect, redirect } from '../../platform/http/answer.ts'
import type { FinishPorts } from '../ports.ts'
import { type OwnRequest, readOwnRequest } from '../queries/read-own-request.ts'

/**
 * Answers a page of an own request. Who isn't waiting for signatures any more is led to where their application is now. Throws `not-found` for everybody
 * but its owner.
 */
export async function withOwnRequest<Answered>(
  ctx: Context,
  { findSent }: Pick<FinishPorts, 'findSent'>,
  draft: string,
  answer: (request: OwnRequest) => Promise<Answered> | Answered,
): Promise<Answered | Redirect> {
  const { state } = await getDraft(ctx, draft)
  if (state === 'open') return redirect(stepPath(draft, reviewStep))
  if (state === 'sealed') return await answer(await readOwnRequest(ctx, draft))
  const path = await findSent(ctx, draft)
  if (path === undefined) throw notFound()
  return redirect(path)
}
