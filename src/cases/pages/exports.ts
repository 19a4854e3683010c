import { z } from 'zod'
import { download } from '../../platform/http/answer.ts'
import { page } from '../../platform/http/page.ts'
import { exportPath, isExportFormat } from '../export-file.ts'
import { exportSubmission } from '../queries/export-submission.ts'
import { CaseParameters } from './parameters.ts'

/** A submission as JSON, XML or CSV, and the schemas that say what the first two hold. */
export const exportPage = page(exportPath(':case', ':sequence', ':format'), {
  area: 'staff',
  params: CaseParameters.extend({
    sequence: z.coerce.number().int().min(1).max(1_000_000),
    format: z.string().refine(isExportFormat),
  }),
  get: async ({ ctx, params }) =>
    download(await exportSubmission(ctx, { caseId: params.case, sequence: params.sequence, format: params.format })),
})
