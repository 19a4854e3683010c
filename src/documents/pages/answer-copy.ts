import { z } from 'zod'
import { type Download, download } from '../../platform/http/answer.ts'
import type { SubmissionCopy } from '../queries/submission-copy.ts'

/** `?inskick=2`: the second submission of the case; without it, or with nonsense, the latest. */
export const WhichSubmission = z.object({ inskick: z.coerce.number().int().positive().optional().catch(undefined) })

/** Answers a copy as a file to keep, named by the case's number alone. */
export const answerCopy = ({ number, pdf }: SubmissionCopy): Download =>
  download({ name: `${number}.pdf`, mediaType: 'application/pdf', size: pdf.length, body: pdf })
