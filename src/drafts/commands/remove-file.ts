import { held } from '../../forms/json.ts'
import { withoutFile } from '../../forms/questions/attachments/changes.ts'
import type { Context } from '../../platform/context.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import { failed, ok, type Result } from '../../platform/result.ts'
import { typedAnswer } from '../content.ts'
import type { NotOpen } from '../model.ts'
import { openRow, readFiles } from '../private-space.ts'
import { writeChange } from './write-change.ts'

type RemoveFile = { readonly draft: string; readonly step: string; readonly fileId: string }

/**
 * Takes a file out of a draft, answer and key; nobody can open its bytes any more, and they are swept. Does nothing when it isn't
 * there (any more). Throws as `getDraft` does.
 */
export async function removeFile(
  ctx: Context,
  { draft, step, fileId }: RemoveFile,
): Promise<Result<undefined, NotOpen>> {
  return await inTransaction(ctx, async (tx) => {
    const row = await openRow(ctx, tx, draft, 'lock')
    if (row.state !== 'open') return failed(row.state)
    const file = (await readFiles(ctx, tx, row)).find((present) => present.fileId === fileId)
    if (!file) return ok(undefined)
    await tx.db
      .deleteFrom('private_space.file')
      .where('tenant_id', '=', ctx.tenant.id)
      .where('draft_id', '=', draft)
      .where('file_id', '=', fileId)
      .execute()
    const { answers } = row.content
    const left = withoutFile(held(answers, file.questionId)?.typed, fileId)
    const changed = { ...answers, [file.questionId]: typedAnswer(left, row.revision + 1) }
    await writeChange(ctx, tx, { row, content: { ...row.content, answers: changed }, step })
    return ok(undefined)
  })
}
