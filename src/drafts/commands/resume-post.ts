import type { Context } from '../../platform/context.ts'
import { CodedError, type ErrorCode } from '../../platform/errors.ts'
import { stepPath } from '../paths.ts'
import type { LatePost } from '../ports.ts'
import { saveStep } from './save-step.ts'

/** What no later try would change. */
const forGood: readonly ErrorCode[] = ['not-found', 'gone', 'conflict', 'bad-request']

/**
 * Saves what somebody had sent from a step after their session had ended, now that they're logged in again. Answers the path of that
 * step, where they stood. What isn't theirs, or gone, or sent, is left alone: the page there says which.
 */
export async function resumePost(ctx: Context, { draft, step, form }: LatePost): Promise<string> {
  try {
    await saveStep(ctx, { draft, step, posted: form, by: 'resume' })
  } catch (error) {
    if (!(error instanceof CodedError) || !forGood.includes(error.code)) throw error
  }
  return stepPath(draft, step)
}
