import { getFilledInVersion, getStanding } from '../../catalogue/public.ts'
import { reviewStep } from '../../forms/navigation.ts'
import type { Context } from '../../platform/context.ts'
import { inTransaction, type Transaction } from '../../platform/database/transaction.ts'
import { carryThrough, moveContent, type Versions } from '../carry-content.ts'
import type { DraftFile } from '../content.ts'
import { openRow, readFiles, rewriteFile } from '../private-space.ts'
import { writeChange } from './write-change.ts'

/**
 * Moves an own draft to the newest version that its own has been superseded by in such a way; does nothing when there is none, when it has
 * been sealed or sent, and when it supplements a case, which stays in its version for ever. Throws as `getDraft` does.
 */
export async function moveDraft(ctx: Context, id: string): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    // The lock lets a save that is under way end first; its page's next save finds the draft moved, and is carried over, too.
    const row = await openRow(ctx, tx, id, 'lock')
    if (row.state !== 'open' || row.caseId !== undefined) return
    const { moves } = await getStanding(ctx, row, tx)
    const versionId = moves.at(-1)
    if (versionId === undefined) return
    const versions: Versions = [await getFilledInVersion(ctx, row.versionId, tx), ...(await servicesOf(ctx, tx, moves))]
    await renameFiles(ctx, tx, { row, versions })
    const { steps } = (versions.at(-1) ?? versions[0]).definition.form
    const step = steps.some((one) => one.id === row.step) ? row.step : (steps[0]?.id ?? reviewStep)
    await writeChange(ctx, tx, { row, content: moveContent(versions, row.content), step, versionId })
    tx.record({ type: 'draft.moved', subject: id, data: { from: row.versionId, to: versionId } })
  })
}

async function servicesOf(ctx: Context, tx: Transaction, versionIds: readonly string[]) {
  const services = []
  for (const versionId of versionIds) services.push(await getFilledInVersion(ctx, versionId, tx))
  return services
}

type Opened = Extract<Awaited<ReturnType<typeof openRow>>, { state: 'open' }>

/** Notes the files of questions that have got another id under that one. Those of questions that are gone keep theirs. */
async function renameFiles(
  ctx: Context,
  tx: Transaction,
  { row, versions }: { readonly row: Opened; readonly versions: Versions },
): Promise<void> {
  const files = await readFiles(ctx, tx, row)
  const { ids } = carryThrough(versions, Object.fromEntries(files.map(({ questionId }) => [questionId, []])))
  for (const file of files) {
    const questionId = ids.get(file.questionId)
    if (questionId === undefined || questionId === file.questionId) continue
    const renamed: DraftFile = { ...file, questionId }
    await rewriteFile(ctx, tx, { id: row.id, key: row.key, file: renamed })
  }
}
