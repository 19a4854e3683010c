import { type Job, job } from '../../platform/jobs/job.ts'
import { renderSubmissionCopy } from '../commands/render-submission-copy.ts'
import type { ReadLetterhead } from '../letterhead.ts'
import { submissionCopies } from '../queues.ts'

/** Makes copies after commit. */
export const submissionCopyJob = (readLetterhead: ReadLetterhead): Job =>
  job(submissionCopies, async (ctx, payload) => await renderSubmissionCopy(ctx, payload, readLetterhead))
