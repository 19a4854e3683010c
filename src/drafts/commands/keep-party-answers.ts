import type { TypedValues } from '../../forms/answers.ts'
import type { Context } from '../../platform/context.ts'
import type { Transaction } from '../../platform/database/transaction.ts'
import { requirePerson } from '../policy.ts'
import { placeOf } from '../private-space.ts'
import { sealPartyAnswers } from '../sealed-copy.ts'

type KeepPartyAnswers = {
  readonly draft: string
  readonly party: string
  /** The draft's, as `readSealed` gave it. */
  readonly key: Uint8Array
  readonly typed: TypedValues
}

/** Keeps what the actor has filled in as a party of a sealed draft, instead of what they had before; nobody else reads it. */
export async function keepPartyAnswers(
  ctx: Context,
  { db }: Transaction,
  { draft, party, key, typed }: KeepPartyAnswers,
): Promise<void> {
  const sealed = sealPartyAnswers(key, typed, { ...placeOf(ctx, draft), party })
  await db
    .insertInto('private_space.party_answers')
    .values({
      tenant_id: ctx.tenant.id,
      draft_id: draft,
      party_id: party,
      person_id: requirePerson(ctx.actor),
      sealed,
    })
    .onConflict((on) => on.columns(['tenant_id', 'draft_id', 'party_id']).doUpdateSet({ sealed }))
    .execute()
}
