import { z } from 'zod'
import { Id } from '../platform/ids.ts'
import type { Queue } from '../platform/jobs/job.ts'

/** One job for each submission: makes its copy. Whoever asks for a copy before it is made gets it made at once. */
export const submissionCopies: Queue<{ readonly draftId: string }> = {
  name: 'render-submission-copy',
  payload: z.object({ draftId: Id }).readonly(),
  attempts: 8,
  retryDelay: 5,
}
