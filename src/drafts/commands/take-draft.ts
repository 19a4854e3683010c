import type { Context } from '../../platform/context.ts'
import type { Transaction } from '../../platform/database/transaction.ts'
import { typedIn } from '../content.ts'
import type { TakenDraft } from '../model.ts'
import { openRow, readFiles } from '../private-space.ts'

/**
 * Takes an own draft over into a submission, inside its transaction: holds the draft until that ends, so that of many
 * identical submits one finds it open and the others find it sent, or sealed. Throws as `getDraft` does.
 */
export async function takeDraft(ctx: Context, tx: Transaction, id: string): Promise<TakenDraft> {
  const row = await openRow(ctx, tx, id, 'lock')
  if (row.state !== 'open') return { state: row.state }
  const { serviceId, versionId, caseId, content } = row
  const files = await readFiles(ctx, tx, row)
  const { answers, before, move } = content
  const changedUnseen = move?.seen === false
  return { state: 'open', serviceId, versionId, caseId, typed: typedIn(answers), before, changedUnseen, files }
}
