import type { TypedValues } from '../../forms/answers.ts'
import type { Context } from '../../platform/context.ts'
import type { Reading } from '../../platform/database/transaction.ts'
import { requirePerson } from '../policy.ts'
import { placeOf } from '../private-space.ts'
import { openPartyAnswers } from '../sealed-copy.ts'

type ReadPartyAnswers = { readonly draft: string; readonly party: string; readonly key: Uint8Array }

/** What the actor has filled in as a party of a sealed draft; undefined when that is nothing. Others' can't be read. */
export async function readPartyAnswers(
  ctx: Context,
  { db }: Reading,
  { draft, party, key }: ReadPartyAnswers,
): Promise<TypedValues | undefined> {
  const row = await db
    .selectFrom('private_space.party_answers')
    .select('sealed')
    .where('tenant_id', '=', ctx.tenant.id)
    .where('draft_id', '=', draft)
    .where('party_id', '=', party)
    .where('person_id', '=', requirePerson(ctx.actor))
    .executeTakeFirst()
  return row && openPartyAnswers(key, row.sealed, { ...placeOf(ctx, draft), party })
}
