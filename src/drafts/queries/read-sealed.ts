import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import type { Reading } from '../../platform/database/transaction.ts'
import { CodedError, notFound } from '../../platform/errors.ts'
import { type DraftFile, keyBinding, openFileRow } from '../content.ts'
import { requirePerson } from '../policy.ts'
import { placeOf } from '../private-space.ts'
import { openCopy, type SealedCopy } from '../sealed-copy.ts'

/** What a draft is sealed with. */
export type OpenedCopy = {
  readonly copy: SealedCopy
  readonly round: number
  readonly ownerId: string
  /** The draft's, for what else is sealed under it: never to be stored or sent. */
  readonly key: Uint8Array
  /** All files that lie in the draft, oldest first. */
  readonly files: readonly DraftFile[]
}

/**
 * Opens the copy that a draft is sealed with, for its owner and those named to sign it: all of it, also what the named may not see. Throws
 * `not-found` for all others and while it isn't sealed, and `gone` when its time is over.
 */
export async function readSealed(ctx: Context, { db }: Reading, draft: string): Promise<OpenedCopy> {
  requirePerson(ctx.actor)
  // One statement, and so one moment: between two its owner might change the draft and seal it again, with other files.
  const row = await db
    .selectFrom('drafts.draft as d')
    .innerJoin('private_space.key as k', (on) =>
      on.onRef('k.tenant_id', '=', 'd.tenant_id').onRef('k.draft_id', '=', 'd.draft_id'),
    )
    .innerJoin('private_space.sealed_copy as s', (on) =>
      on.onRef('s.tenant_id', '=', 'd.tenant_id').onRef('s.draft_id', '=', 'd.draft_id'),
    )
    .select(['d.person_id', 'd.expires_at', 'k.wrapped', 's.round', 's.sealed'])
    .select((of) => {
      const files = of
        .selectFrom('private_space.file as f')
        .whereRef('f.tenant_id', '=', 'd.tenant_id')
        .whereRef('f.draft_id', '=', 'd.draft_id')
        .orderBy('f.file_id')
      return [
        sql<readonly string[]>`array(${files.select('f.file_id')})`.as('file_ids'),
        sql<readonly Buffer[]>`array(${files.select('f.sealed')})`.as('sealed_files'),
      ]
    })
    .where('d.tenant_id', '=', ctx.tenant.id)
    .where('d.draft_id', '=', draft)
    .where('d.state', '=', 'sealed')
    .executeTakeFirst()
  if (!row || row.person_id === null) throw notFound()
  if (row.expires_at <= ctx.clock.now()) throw new CodedError('gone')
  const at = placeOf(ctx, draft)
  const key = ctx.vault.unwrap(ctx.tenant.id, row.wrapped, keyBinding(at))
  return {
    copy: openCopy(key, row.sealed, { ...at, round: row.round }),
    round: row.round,
    ownerId: row.person_id,
    key,
    files: row.file_ids.flatMap((fileId, place) => {
      const sealed = row.sealed_files[place]
      return sealed ? [openFileRow(key, { fileId, sealed }, at)] : []
    }),
  }
}
