import { z } from 'zod'
import { Id } from '../../platform/ids.ts'

/** Of the pages of a draft. */
export const DraftParameters = z.object({ draft: Id })

/** Of the pages of a case. */
export const CaseParameters = z.object({ case: Id })

/** Of a file of a case. */
export const FileParameters = z.object({ case: Id, file: Id })

/** Of a visitor's receipt: 256 bits as base64url. */
export const ReceiptParameters = z.object({ receipt: z.string().regex(/^[\w-]{43}$/) })
