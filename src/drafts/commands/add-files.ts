import { getFilledInVersion } from '../../catalogue/public.ts'
import { insertFile } from '../../files/public.ts'
import { questionsOf } from '../../forms/definition.ts'
import { held } from '../../forms/json.ts'
import type { Problem } from '../../forms/problem.ts'
import { isAttachments, withFile } from '../../forms/questions/attachments/changes.ts'
import type { Context } from '../../platform/context.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import type { ReceivedFile } from '../../platform/http/received-file.ts'
import { failed, ok, type Result } from '../../platform/result.ts'
import { type Content, type DraftFile, typedAnswer } from '../content.ts'
import { takesField } from '../file-field.ts'
import { cleanFileName } from '../file-name.ts'
import { fileProblem } from '../file-problems.ts'
import { quota } from '../limits.ts'
import { lockRoom } from '../lock-room.ts'
import type { NotOpen } from '../model.ts'
import { requireOwner } from '../policy.ts'
import { openRow, readFiles, writeFiles } from '../private-space.ts'
import { writeChange } from './write-change.ts'

type AddFiles = { readonly draft: string; readonly step: string; readonly files: readonly ReceivedFile[] }

/**
 * Notes files that came in with a step in the draft, each in the question whose field it was sent in; answers what is wrong with those
 * that were refused. Their blobs, which nothing then refers to, are swept. Throws as `getDraft` does.
 */
export async function addFiles(ctx: Context, input: AddFiles): Promise<Result<readonly Problem[], NotOpen>> {
  return await inTransaction(ctx, async (tx) => {
    const row = await openRow(ctx, tx, input.draft, 'lock')
    if (row.state !== 'open') return failed(row.state)
    const { definition } = await getFilledInVersion(ctx, row.versionId, tx)
    const questions = questionsOf(definition.form).filter(isAttachments)
    const present = await readFiles(ctx, tx, row)
    const most = quota(requireOwner(ctx.actor).kind)
    let room = await lockRoom(ctx, tx, most)
    const problems: Problem[] = []
    const added: DraftFile[] = []
    let answers: Content['answers'] = row.content.answers

    for (const file of input.files) {
      const question = questions.find((asked) => takesField(asked, file.field))
      if (!question) continue
      const name = cleanFileName(file.name)
      const typed = held(answers, question.id)?.typed
      // Asked again here, under the lock: two windows may each have room for one more.
      const at = { name, typed, present: [...present, ...added], room, quota: most }
      const problem = fileProblem(question, file, at)
      if (problem || !file.stored) {
        if (problem) problems.push(problem)
        continue
      }
      const { fileId, mediaType, size, sha256, key, pixels } = file
      await insertFile(ctx, tx, file)
      room -= size
      added.push({ fileId, questionId: question.id, name, mediaType, size, sha256, key })
      const entry = {
        id: fileId,
        name,
        mediaType,
        size,
        sha256: Buffer.from(sha256).toString('hex'),
        ...(pixels && { pixels }),
      }
      answers = { ...answers, [question.id]: typedAnswer(withFile(typed, entry), row.revision + 1) }
    }
    if (added.length > 0) {
      await writeFiles(ctx, tx, { id: row.id, key: row.key, files: added })
      await writeChange(ctx, tx, { row, content: { ...row.content, answers }, step: input.step })
    }
    return ok(problems)
  })
}
