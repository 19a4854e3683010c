import { Readable } from 'node:stream'
import { getFilledInVersion } from '../../catalogue/public.ts'
import { type Part, readParts } from '../../files/public.ts'
import { questionsOf } from '../../forms/definition.ts'
import { fileFieldName } from '../../forms/names.ts'
import { type Problem, problemText } from '../../forms/problem.ts'
import type { Context } from '../../platform/context.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import { failed, ok, type Result } from '../../platform/result.ts'
import { openRow } from '../private-space.ts'
import { readUpload } from '../queries/find-upload.ts'
import { receiveFiles } from '../receive-files.ts'
import { type About, openAbout, openPartKey, partBinding, type UploadAddress } from '../upload.ts'
import { addFiles } from './add-files.ts'
import type { UploadRefusal } from './start-upload.ts'

type Arrived = { readonly about: About; readonly versionId: string; readonly parts: readonly Part[] }

/**
 * Adds a file that has arrived as a whole to its question: looked at as any other, in one piece. Does nothing while bytes are missing, and
 * once only. Throws as `getDraft` does.
 */
export async function finishUpload(ctx: Context, at: UploadAddress): Promise<Result<undefined, UploadRefusal>> {
  const arrived = await takeArrived(ctx, at)
  if (!arrived) return ok(undefined)
  const { about, parts } = arrived
  try {
    const take = await receiveFiles(ctx, { draft: at.draft, step: about.step })
    const field = fileFieldName(about.questionId)
    const file = await take({ field, name: about.name, bytes: Readable.from(readParts(ctx, parts)) })
    const added = await addFiles(ctx, { draft: at.draft, step: about.step, files: [file] })
    const [problem] = added.ok ? added.value : []
    await close(ctx, at, added.ok && !problem ? 'done' : 'refused')
    if (!added.ok) return failed({ kind: added.error })
    return problem ? failed({ kind: 'refused', words: await inWords(ctx, arrived, problem) }) : ok(undefined)
  } catch (error) {
    await close(ctx, at, 'refused')
    throw error
  } finally {
    for (const { blob } of parts) await ctx.blobs.remove(blob)
  }
}

/** Takes the parts of an upload of which nothing is missing; undefined when something is, or another request has taken them. */
async function takeArrived(ctx: Context, at: UploadAddress): Promise<Arrived | undefined> {
  return await inTransaction(ctx, async (tx) => {
    // The draft's lock: of two requests that both find all bytes there, one takes them.
    const row = await openRow(ctx, tx, at.draft, 'lock')
    if (row.state !== 'open') return undefined
    const { state, received, length, sealed } = await readUpload(ctx, tx, at)
    if (state !== 'receiving' || received < length) return undefined
    const parts = await tx.db
      .deleteFrom('private_space.upload_part')
      .where('tenant_id', '=', ctx.tenant.id)
      .where('draft_id', '=', at.draft)
      .where('upload_id', '=', at.upload)
      .returning(['starts_at', 'blob', 'sealed'])
      .execute()
    await tx.db
      .updateTable('private_space.upload')
      .set({ state: 'finishing' })
      .where('tenant_id', '=', ctx.tenant.id)
      .where('draft_id', '=', at.draft)
      .where('upload_id', '=', at.upload)
      .execute()
    const ordered = parts
      .map((part) => ({ ...at, startsAt: part.starts_at, blob: part.blob, sealed: part.sealed }))
      .toSorted((a, b) => a.startsAt - b.startsAt)
    return {
      about: openAbout(ctx, row.key, at, sealed),
      versionId: row.versionId,
      parts: ordered.map((part) => ({
        blob: part.blob,
        key: openPartKey(ctx, row.key, part, part.sealed),
        binding: partBinding(ctx, part),
      })),
    }
  })
}

/** A finished upload is remembered, for senders who haven't heard of it; a refused one isn't. */
async function close(ctx: Context, { draft, upload }: UploadAddress, outcome: 'done' | 'refused'): Promise<void> {
  await inTransaction(ctx, async ({ db }) => {
    if (outcome === 'done') {
      await db
        .updateTable('private_space.upload')
        .set({ state: 'done' })
        .where('tenant_id', '=', ctx.tenant.id)
        .where('draft_id', '=', draft)
        .where('upload_id', '=', upload)
        .execute()
    } else {
      await db
        .deleteFrom('private_space.upload')
        .where('tenant_id', '=', ctx.tenant.id)
        .where('draft_id', '=', draft)
        .where('upload_id', '=', upload)
        .execute()
    }
  })
}

async function inWords(ctx: Context, { about, versionId }: Arrived, problem: Problem): Promise<string> {
  const { definition } = await getFilledInVersion(ctx, versionId)
  const question = questionsOf(definition.form).find(({ id }) => id === problem.questionId)
  return question ? problemText(question, problem, ctx.texts) : about.name
}
