import { z } from 'zod'
import { Id } from '../../platform/ids.ts'

/** Of the pages of a draft. */
export const DraftParameters = z.object({ draft: Id })

/** Of the pages of a step; which steps there are, the form says. */
export const StepParameters = z.object({ draft: Id, step: z.string().max(60) })
