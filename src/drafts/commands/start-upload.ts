import { getFilledInVersion } from '../../catalogue/public.ts'
import { held } from '../../forms/json.ts'
import { fileFieldName } from '../../forms/names.ts'
import { problemText } from '../../forms/problem.ts'
import { isAttachments } from '../../forms/questions/attachments/changes.ts'
import { maxFileSize } from '../../forms/questions/attachments/limits.ts'
import { hours, later } from '../../platform/clock.ts'
import type { Context } from '../../platform/context.ts'
import { inTransaction, type Transaction } from '../../platform/database/transaction.ts'
import { notFound } from '../../platform/errors.ts'
import { failed, ok, type Result } from '../../platform/result.ts'
import { cleanFileName } from '../file-name.ts'
import { fileProblem } from '../file-problems.ts'
import { quota } from '../limits.ts'
import { lockRoom } from '../lock-room.ts'
import type { NotOpen } from '../model.ts'
import { requireOwner } from '../policy.ts'
import { openRow, readFiles } from '../private-space.ts'
import { sealAbout } from '../upload.ts'

/** For how long an upload can be gone on with, in milliseconds: what has arrived is swept as any file that nobody took, after six hours. */
const lasts = hours(6)

type StartUpload = {
  readonly draft: string
  readonly questionId: string
  readonly name: string
  /** Bytes. */
  readonly length: number
}

/** Why no upload was started; `words` say it to the person. */
export type UploadRefusal = { readonly kind: NotOpen } | { readonly kind: 'refused'; readonly words: string }

/**
 * Starts an upload that can be gone on with after the line was cut, of a file for a question; answers its id. What can be told by its length
 * is refused at once. Throws as `getDraft` does, and `not-found` for what is no such question.
 */
export async function startUpload(ctx: Context, input: StartUpload): Promise<Result<string, UploadRefusal>> {
  return await inTransaction(ctx, async (tx): Promise<Result<string, UploadRefusal>> => {
    const row = await openRow(ctx, tx, input.draft, 'lock')
    if (row.state !== 'open') return failed({ kind: row.state })
    const { definition } = await getFilledInVersion(ctx, row.versionId, tx)
    const step = definition.form.steps.find(({ questions }) => questions.some(({ id }) => id === input.questionId))
    const question = step?.questions.filter(isAttachments).find(({ id }) => id === input.questionId)
    if (!step || !question) throw notFound()

    await forgetOld(ctx, tx, row.id)
    const most = quota(requireOwner(ctx.actor).kind)
    const room = await lockRoom(ctx, tx, most)
    const name = cleanFileName(input.name)
    const reason =
      input.length === 0
        ? 'empty'
        : input.length > maxFileSize(question)
          ? 'too-large'
          : input.length > room
            ? 'quota'
            : undefined
    if (reason) {
      const file = { field: fileFieldName(question.id), name, stored: false, reason } as const
      const typed = held(row.content.answers, question.id)?.typed
      const present = await readFiles(ctx, tx, row)
      const problem = fileProblem(question, file, { name, typed, present, room, quota: most })
      return failed({ kind: 'refused', words: problem ? problemText(question, problem, ctx.texts) : name })
    }
    const upload = ctx.ids.next()
    const about = { step: step.id, questionId: question.id, name }
    await tx.db
      .insertInto('private_space.upload')
      .values({
        tenant_id: ctx.tenant.id,
        draft_id: row.id,
        upload_id: upload,
        length: input.length,
        sealed: sealAbout(ctx, row.key, { draft: row.id, upload }, about),
        created_at: ctx.clock.now(),
      })
      .execute()
    return ok(upload)
  })
}

/** Forgets uploads of the draft that nobody can go on with any more. */
async function forgetOld(ctx: Context, { db }: Transaction, draft: string): Promise<void> {
  await db
    .deleteFrom('private_space.upload')
    .where('tenant_id', '=', ctx.tenant.id)
    .where('draft_id', '=', draft)
    .where('created_at', '<', later(ctx.clock.now(), -lasts))
    .execute()
}
