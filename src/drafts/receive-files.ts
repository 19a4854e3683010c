import { receiveWithin, throwAway } from '../files/public.ts'
import { questionsOf } from '../forms/definition.ts'
import { isAttachments } from '../forms/questions/attachments/changes.ts'
import { maxFileSize } from '../forms/questions/attachments/limits.ts'
import type { Context } from '../platform/context.ts'
import { inReading } from '../platform/database/transaction.ts'
import { CodedError } from '../platform/errors.ts'
import type { ReceiveFile } from '../platform/http/received-file.ts'
import { takesField } from './file-field.ts'
import { quota } from './limits.ts'
import { requireOwner } from './policy.ts'
import { getDraftService } from './queries/get-draft-service.ts'
import { usedBytes } from './queries/used-bytes.ts'

/**
 * Answers how to take the files of a posted step: those of its attachment questions, within each one's limits. Of what belongs to no
 * question, or comes with a draft that isn't the sender's, nothing is stored; what the post as a whole then means is said when it's read.
 */
export async function receiveFiles(
  ctx: Context,
  { draft, step }: { readonly draft: string; readonly step: string },
): Promise<ReceiveFile> {
  const questions = (await attachmentQuestions(ctx, draft, step)) ?? []
  const receive = receiveWithin(ctx, questions.length > 0 ? await roomLeft(ctx) : 0)
  return async (file) => {
    const question = questions.find((asked) => takesField(asked, file.field))
    if (!question) return await throwAway(file, 'unknown-type')
    return await receive(file, { maxBytes: maxFileSize(question), accepted: question.accept })
  }
}

async function attachmentQuestions(ctx: Context, draft: string, step: string) {
  try {
    const { definition } = await getDraftService(ctx, draft)
    const shown = definition.form.steps.find(({ id }) => id === step)
    // A page of an earlier version may know a step that is no more: its files belong to questions all the same.
    return (shown?.questions ?? questionsOf(definition.form)).filter(isAttachments)
  } catch (error) {
    // What else was posted must be read all the same: it may be that of somebody whose session has ended.
    if (error instanceof CodedError && error.code === 'not-found') return undefined
    throw error
  }
}

/** Bytes that the actor's open drafts may still take. Asked again, under a lock, when files are added. */
async function roomLeft(ctx: Context): Promise<number> {
  const { kind } = requireOwner(ctx.actor)
  return quota(kind) - (await inReading(ctx, async (tx) => await usedBytes(ctx, tx)))
}
