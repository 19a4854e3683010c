import { countUseSchedule } from './catalogue/public.ts'
import { submissionCopies } from './documents/public.ts'
import { sweepDrafts } from './drafts/public.ts'
import { sweepOrphans } from './files/public.ts'
import { confirmStaffSchedule, forgetExpired } from './identity/public.ts'
import { resendNoticesSchedule, sendNoticesQueue } from './notices/public.ts'
import { forgetLookUps } from './organisations/public.ts'
import { askAgainSchedule } from './people/public.ts'
import type { Queue, RecurringJob } from './platform/jobs/job.ts'
import { finishSignaturesSchedule, sweepRequests } from './signing/public.ts'

/** Every queue of the installation: created by the owner's login when the database is migrated. */
export const queues: readonly Omit<Queue<unknown>, 'payload'>[] = [sendNoticesQueue, submissionCopies]

/** Every schedule of the installation. */
export const schedules: readonly Pick<RecurringJob, 'name' | 'cron'>[] = [
  forgetExpired,
  confirmStaffSchedule,
  askAgainSchedule,
  forgetLookUps,
  sweepDrafts,
  finishSignaturesSchedule,
  sweepRequests,
  sweepOrphans,
  countUseSchedule,
  resendNoticesSchedule,
]
