import { getServiceVersion } from '../../catalogue/public.ts'
import { insertFile } from '../../files/public.ts'
import { questionsOf } from '../../forms/definition.ts'
import { held } from '../../forms/json.ts'
import { fileFieldName } from '../../forms/names.ts'
import type { Problem } from '../../forms/problem.ts'
import { isAttachments, refusal, withFile } from '../../forms/questions/attachments/changes.ts'
import { type AttachmentsQuestion, maxFileSize } from '../../forms/questions/attachments/limits.ts'
import type { Context } from '../../platform/context.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import type { ReceivedFile } from '../../platform/http/received-file.ts'
import { failed, ok, type Result } from '../../platform/result.ts'
import { type Content, type DraftFile, typedAnswer } from '../content.ts'
import { cleanFileName } from '../file-name.ts'
import { mostBytes, mostFiles } from '../limits.ts'
import { openRow, readFiles, writeFiles } from '../private-space.ts'
import { writeChange } from './write-change.ts'

type AddFiles = { readonly draft: string; readonly step: string; readonly files: readonly ReceivedFile[] }

/**
 * Notes files that came in with a step in the draft, each in the question whose field it was sent in; answers what is wrong with those
 * that were refused. Their blobs, which nothing then refers to, are swept. Throws as `getDraft` does.
 */
export async function addFiles(ctx: Context, input: AddFiles): Promise<Result<readonly Problem[], 'sent'>> {
  return await inTransaction(ctx, async (tx) => {
    const row = await openRow(ctx, tx, input.draft, 'lock')
    if (row.state === 'sent') return failed('sent')
    const { definition } = await getServiceVersion(ctx, row.versionId, tx)
    const questions = questionsOf(definition.form).filter(isAttachments)
    const present = await readFiles(ctx, tx, row)
    const problems: Problem[] = []
    const added: DraftFile[] = []
    let answers: Content['answers'] = row.content.answers

    for (const file of input.files) {
      const question = questions.find(({ id }) => fileFieldName(id) === file.field)
      if (!question) continue
      const name = cleanFileName(file.name)
      const typed = held(answers, question.id)?.typed
      // Asked again here, under the lock: two windows may each have room for one more.
      const problem =
        refusal(question, typed, measured(question, file, name)) ?? quotaProblem(question, [...present, ...added], file)
      if (problem || !file.stored) {
        if (problem) problems.push(problem)
        continue
      }
      const { fileId, mediaType, size, sha256, key } = file
      await insertFile(ctx, tx, file)
      added.push({ fileId, questionId: question.id, name, mediaType, size, sha256, key })
      const entry = { id: fileId, name, mediaType, size, sha256: Buffer.from(sha256).toString('hex') }
      answers = { ...answers, [question.id]: typedAnswer(withFile(typed, entry), row.revision + 1) }
    }
    if (added.length > 0) {
      await writeFiles(ctx, tx, { id: row.id, key: row.key, files: added })
      await writeChange(ctx, tx, { row, content: { ...row.content, answers }, step: input.step })
    }
    return ok(problems)
  })
}

/** A file as the question's limits measure it. Of one that was thrown away on its way in, what made it so. */
function measured(question: AttachmentsQuestion, file: ReceivedFile, name: string) {
  if (file.stored) return { name, mediaType: file.mediaType, size: file.size }
  const [accepted = ''] = question.accept
  if (file.reason === 'too-large') return { name, mediaType: accepted, size: maxFileSize(question) + 1 }
  if (file.reason === 'empty') return { name, mediaType: accepted, size: 0 }
  return { name, mediaType: '', size: 1 }
}

function quotaProblem(
  question: AttachmentsQuestion,
  present: readonly DraftFile[],
  file: ReceivedFile,
): Problem | undefined {
  if (!file.stored) return undefined
  const bytes = present.reduce((sum, { size }) => sum + size, file.size)
  if (present.length < mostFiles && bytes <= mostBytes) return undefined
  return {
    questionId: question.id,
    key: 'drafts.problem.too-much',
    values: { files: mostFiles, size: { bytes: mostBytes } },
  }
}
