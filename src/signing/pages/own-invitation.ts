import { signingPath } from '../../drafts/public.ts'
import type { Context } from '../../platform/context.ts'
import { CodedError } from '../../platform/errors.ts'
import { type Redirect, redirect } from '../../platform/http/answer.ts'
import type { SigningPorts } from '../ports.ts'
import { type ReadInvitation, readInvitation } from '../queries/read-invitation.ts'

/** What the pages of who has been asked to sign need from elsewhere. */
export type InvitationPorts = Pick<SigningPorts, 'readFacts' | 'findSent'>

/**
 * Answers a page of somebody who has been asked to sign. The applicant is led to their own page, and whoever was a party of what has been sent to their case.
 * Throws `not-found` for everybody else.
 */
export async function withInvitation<Answered>(
  ctx: Context,
  ports: InvitationPorts,
  draft: string,
  answer: (invitation: Exclude<ReadInvitation, { kind: 'own' }>) => Promise<Answered> | Answered,
): Promise<Answered | Redirect> {
  const read = await orSent(ctx, ports, draft)
  if (typeof read === 'string') return redirect(read)
  if (read.kind === 'own') return redirect(signingPath(draft))
  return await answer(read)
}

/** The invitation; or where what was sent is to be found. */
async function orSent(ctx: Context, { readFacts, findSent }: InvitationPorts, draft: string) {
  try {
    return await readInvitation(ctx, readFacts, draft)
  } catch (error) {
    const isGone = error instanceof CodedError && error.code === 'not-found'
    const path = isGone && ctx.actor.kind === 'citizen' ? await findSent(ctx, draft) : undefined
    if (path === undefined) throw error
    return path
  }
}
