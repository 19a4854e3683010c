import type { Context } from '../../platform/context.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import { openRow } from '../private-space.ts'
import { writeChange } from './write-change.ts'

/** Notes that the owner of a draft has been told that its form has changed; what did not come with it can still be read. Throws as `getDraft` does. */
export async function seeMove(ctx: Context, id: string): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const row = await openRow(ctx, tx, id, 'lock')
    if (row.state !== 'open' || row.content.move?.seen !== false) return
    const content = { ...row.content, move: { ...row.content.move, seen: true } }
    await writeChange(ctx, tx, { row, content, step: row.step })
  })
}
