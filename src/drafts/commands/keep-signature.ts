import type { Json } from '../../forms/json.ts'
import type { Context } from '../../platform/context.ts'
import type { Transaction } from '../../platform/database/transaction.ts'
import { requirePerson } from '../policy.ts'
import { placeOf } from '../private-space.ts'
import { sealSignature } from '../sealed-copy.ts'

type KeepSignature = {
  readonly draft: string
  readonly party: string
  /** The round of the copy that was signed; the database refuses a signature of any other. */
  readonly round: number
  /** The draft's, as `readSealed` gave it. */
  readonly key: Uint8Array
  /** What was signed, and the evidence. */
  readonly content: Json
  readonly at: Date
}

/**
 * Keeps a party's signature with the sealed copy that it is of, until all have signed; as its owner or somebody named to sign it. That the actor
 * is this party, the caller has found under `lockSealed`. Throws when the party has signed already.
 */
export async function keepSignature(ctx: Context, { db }: Transaction, given: KeepSignature): Promise<void> {
  requirePerson(ctx.actor)
  const { draft, party, round, key, content, at } = given
  await db
    .insertInto('private_space.signature')
    .values({
      tenant_id: ctx.tenant.id,
      draft_id: draft,
      party_id: party,
      round,
      sealed: sealSignature(key, content, { ...placeOf(ctx, draft), round, party }),
      signed_at: at,
    })
    .execute()
}
