import { type FilledInService, needsLogin } from '../../catalogue/public.ts'
import type { Facts } from '../../forms/facts.ts'
import { fillForm } from '../../forms/filled.ts'
import { prefill, prefillFromFacts } from '../../forms/prefill.ts'
import type { Context } from '../../platform/context.ts'
import { inTransaction, type Transaction } from '../../platform/database/transaction.ts'
import { failed, ok, type Result } from '../../platform/result.ts'
import { mostDrafts } from '../limits.ts'
import { type Owner, ownedBy, requireOwner } from '../policy.ts'
import { insertDraft } from './insert-draft.ts'

type StartDraft = {
  readonly service: FilledInService
  /** What is known of who starts, to fill in beforehand. */
  readonly facts: Facts
}

/** Begins a new draft of an e-service, filled in with what is known. Throws `not-found` for those who can't have drafts. */
export async function startDraft(
  ctx: Context,
  { service, facts }: StartDraft,
): Promise<Result<{ readonly id: string; readonly step: string }, 'login-required' | 'too-many'>> {
  const owner = requireOwner(ctx.actor)
  if (needsLogin(service) && owner.kind !== 'person') return failed('login-required')
  // Not the defaults: they may depend on what is still to be answered.
  const { form } = service.definition
  const typed = prefillFromFacts(form, {}, facts)
  const step = fillForm(form, prefill(form, typed, facts), facts).steps[0]?.id
  if (step === undefined) throw new Error('A form without a first step')
  return await inTransaction(ctx, async (tx) => {
    if ((await countDrafts(ctx, tx, owner)) >= mostDrafts(owner.kind)) return failed('too-many')
    const id = ctx.ids.next()
    const { serviceId, versionId } = service
    const { kind } = service.definition
    await insertDraft(ctx, tx, { id, owner, serviceId, versionId, kind, step, typed })
    return ok({ id, step })
  })
}

/** Counted without a lock: two starts at once may pass the limit by one, which harms nobody. */
async function countDrafts(ctx: Context, { db }: Transaction, owner: Owner): Promise<number> {
  const { count } = await db
    .selectFrom('drafts.draft')
    .select((of) => of.fn.countAll<number>().as('count'))
    .where('tenant_id', '=', ctx.tenant.id)
    .where('state', '<>', 'sent')
    .where(...ownedBy(owner))
    .executeTakeFirstOrThrow()
  return count
}
