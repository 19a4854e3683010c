import { sql } from 'kysely'
import type { FilledInService } from '../../catalogue/public.ts'
import type { TypedValues } from '../../forms/answers.ts'
import type { OpenedAgain } from '../../forms/opened-again.ts'
import { later } from '../../platform/clock.ts'
import type { Context } from '../../platform/context.ts'
import type { Transaction } from '../../platform/database/transaction.ts'
import { contentOf } from '../content.ts'
import { keptFor } from '../limits.ts'
import type { Owner } from '../policy.ts'
import { createSpace } from '../private-space.ts'

export type NewDraft = {
  readonly id: string
  readonly owner: Owner
  readonly serviceId: string
  readonly versionId: string
  /** What is written on a form on paper never becomes a case: the database holds it to that. An e-service when left out. */
  readonly kind?: FilledInService['definition']['kind']
  readonly caseId?: string
  readonly step: string
  readonly typed: TypedValues
  readonly before?: OpenedAgain
}

/**
 * Writes a new draft of an owner and says that it has been started. Answers the draft's own key, or undefined when the case
 * that it supplements has a draft already.
 */
export async function insertDraft(ctx: Context, tx: Transaction, draft: NewDraft): Promise<Uint8Array | undefined> {
  const now = ctx.clock.now()
  const { owner, caseId } = draft
  const inserted = await tx.db
    .insertInto('drafts.draft')
    .values({
      tenant_id: ctx.tenant.id,
      draft_id: draft.id,
      person_id: owner.kind === 'person' ? owner.personId : null,
      visitor_id: owner.kind === 'visitor' ? owner.visitorId : null,
      service_id: draft.serviceId,
      version_id: draft.versionId,
      kind: draft.kind ?? 'electronic',
      case_id: caseId ?? null,
      step: draft.step,
      state: 'open',
      created_at: now,
      changed_at: now,
      expires_at: later(now, keptFor(owner.kind)),
    })
    // Two windows may ask to supplement a case at once: the index on its draft lets one through.
    .onConflict((on) => on.columns(['tenant_id', 'case_id']).where('state', '<>', sql.lit('sent')).doNothing())
    .returning('draft_id')
    .executeTakeFirst()
  if (!inserted) return undefined
  const key = await createSpace(ctx, tx, draft.id, contentOf(draft))
  const { serviceId } = draft
  tx.record({
    type: 'draft.started',
    subject: draft.id,
    data: caseId === undefined ? { serviceId } : { serviceId, caseId },
  })
  return key
}
