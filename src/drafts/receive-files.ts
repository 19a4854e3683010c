import { finished } from 'node:stream/promises'
import { receiveInto } from '../files/public.ts'
import { fileFieldName } from '../forms/names.ts'
import { isAttachments } from '../forms/questions/attachments/changes.ts'
import { maxFileSize } from '../forms/questions/attachments/limits.ts'
import type { Context } from '../platform/context.ts'
import { CodedError } from '../platform/errors.ts'
import type { IncomingFile, ReceivedFile, ReceiveFile } from '../platform/http/received-file.ts'
import { getDraftService } from './queries/get-draft-service.ts'

/**
 * Answers how to take the files of a posted step: those of its attachment questions, within each one's limits. Of what belongs to no
 * question, or comes with a draft that isn't the sender's, nothing is stored; what the post as a whole then means is said when it's read.
 */
export async function receiveFiles(
  ctx: Context,
  { draft, step }: { readonly draft: string; readonly step: string },
): Promise<ReceiveFile> {
  const questions = (await attachmentQuestions(ctx, draft, step)) ?? []
  return async (file) => {
    const question = questions.find(({ id }) => fileFieldName(id) === file.field)
    if (!question) return await throwAway(file)
    return await receiveInto(ctx, { maxBytes: maxFileSize(question), accepted: question.accept })(file)
  }
}

async function attachmentQuestions(ctx: Context, draft: string, step: string) {
  try {
    const { definition } = await getDraftService(ctx, draft)
    return definition.form.steps.find(({ id }) => id === step)?.questions.filter(isAttachments)
  } catch (error) {
    // What else was posted must be read all the same: it may be that of somebody whose session has ended.
    if (error instanceof CodedError && error.code === 'not-found') return undefined
    throw error
  }
}

async function throwAway({ field, name, bytes }: IncomingFile): Promise<ReceivedFile> {
  bytes.resume()
  await finished(bytes)
  return { field, name, stored: false, reason: 'unknown-type' }
}
