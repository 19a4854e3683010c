import type { Context } from '../../platform/context.ts'
import { inReading } from '../../platform/database/transaction.ts'
import { typedIn } from '../content.ts'
import type { Draft } from '../model.ts'
import { sureIn } from '../passed.ts'
import { type OpenedRow, openRow } from '../private-space.ts'

/** An own draft. Throws `not-found` for everybody but its owner, and `gone` when its time is over. */
export async function getDraft(ctx: Context, id: string): Promise<Draft> {
  return await inReading(ctx, async (tx) => draftOf(await openRow(ctx, tx, id, 'read')))
}

/** An opened row as others see it, without its key. */
export function draftOf(row: OpenedRow): Draft {
  const { id, serviceId, versionId, caseId, step, changedAt, expiresAt } = row
  const facts = { id, serviceId, versionId, caseId, step, changedAt, expiresAt }
  if (row.state !== 'open') return { ...facts, state: row.state }
  const { answers, waiting, move, before, printed } = row.content
  return {
    ...facts,
    state: 'open',
    revision: row.revision,
    typed: typedIn(answers),
    waiting,
    move,
    before,
    printed,
    sure: sureIn(row),
  }
}
