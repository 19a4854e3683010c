import type { Json } from '../../forms/json.ts'
import type { Context } from '../../platform/context.ts'
import type { Reading } from '../../platform/database/transaction.ts'
import { placeOf } from '../private-space.ts'
import { openSignature } from '../sealed-copy.ts'

/** A party's signature, as it was kept. */
type KeptSignature = { readonly party: string; readonly content: Json }

type ReadSignatures = { readonly draft: string; readonly key: Uint8Array }

/**
 * The signatures of what a draft is sealed with now, when it is sent; in a transaction in the role `system`, by the key that whoever sends it has read. They tell
 * what others filled in, and are shown to nobody.
 */
export async function readSignatures(
  ctx: Context,
  { db }: Reading,
  { draft, key }: ReadSignatures,
): Promise<readonly KeptSignature[]> {
  const rows = await db
    .selectFrom('private_space.signature')
    .select(['party_id', 'round', 'sealed'])
    .where('tenant_id', '=', ctx.tenant.id)
    .where('draft_id', '=', draft)
    .orderBy('signed_at')
    .orderBy('party_id')
    .execute()
  return rows.map(({ party_id: party, round, sealed }) => ({
    party,
    content: openSignature(key, sealed, { ...placeOf(ctx, draft), round, party }),
  }))
}
