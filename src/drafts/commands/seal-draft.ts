import { later } from '../../platform/clock.ts'
import type { Context } from '../../platform/context.ts'
import type { Transaction } from '../../platform/database/transaction.ts'
import { CodedError } from '../../platform/errors.ts'
import { keptFor } from '../limits.ts'
import { ownedBy, requireOwner, requirePerson } from '../policy.ts'
import { openRow, placeOf } from '../private-space.ts'
import { type SealedCopy, sealCopy } from '../sealed-copy.ts'

type SealDraft = { readonly draft: string; readonly copy: SealedCopy }

/**
 * Seals an own draft for those who are to sign it, inside the transaction that took it by `takeDraft`: from then on nobody changes it. Answers
 * which time it is, from 1. Throws as `getDraft` does, `conflict` when it isn't open, and `not-found` for visitors.
 */
export async function sealDraft(
  ctx: Context,
  tx: Transaction,
  { draft, copy }: SealDraft,
): Promise<{ readonly round: number }> {
  requirePerson(ctx.actor)
  const row = await openRow(ctx, tx, draft, 'lock')
  if (row.state !== 'open') throw new CodedError('conflict')
  const now = ctx.clock.now()
  const { round } = await tx.db
    .updateTable('drafts.draft')
    .set((of) => ({
      state: 'sealed',
      round: of('round', '+', 1),
      changed_at: now,
      expires_at: later(now, keptFor('person')),
      warned_at: null,
    }))
    .where('tenant_id', '=', ctx.tenant.id)
    .where('draft_id', '=', draft)
    .where(...ownedBy(requireOwner(ctx.actor)))
    .returning('round')
    .executeTakeFirstOrThrow()
  await tx.db
    .insertInto('private_space.sealed_copy')
    .values({
      tenant_id: ctx.tenant.id,
      draft_id: draft,
      round,
      sealed: sealCopy(row.key, copy, { ...placeOf(ctx, draft), round }),
      sealed_at: now,
    })
    .execute()
  tx.record({ type: 'draft.sealed', subject: draft, data: { round } })
  return { round }
}
