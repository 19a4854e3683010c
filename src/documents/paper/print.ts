import { createHmac } from 'node:crypto'
import { canonicalJson, isList } from '../../forms/canonical-json.ts'
import type { Json } from '../../forms/json.ts'
import type { Sent } from '../../forms/summary.ts'
import type { Context } from '../../platform/context.ts'
import type { Reading } from '../../platform/database/transaction.ts'
import '../tables.ts'

/** What is kept of a form that was filled in on screen and printed. */
export type Print = {
  readonly code: string
  readonly versionId: string
  readonly language: string
  readonly pages: number
  readonly printedAt: Date
}

/** What a print is made of. */
export type Printed = Sent & { readonly versionId: string; readonly language: string }

/**
 * The checksum of a print under the municipality's own key. The same answers in the same version and language have the same one; but a
 * checksum without a key would tell anybody who tries out names and numbers what was written. When a register was asked is no part of it.
 */
export const digestOf = (ctx: Context, { versionId, language, answers, asked }: Printed): Buffer =>
  createHmac('sha256', ctx.vault.tenantKey(ctx.tenant.id, 'find'))
    .update('printed-form:')
    .update(canonicalJson({ versionId, language, answers: withoutFetchTimes(answers), asked: [...asked] }))
    .digest()

/** An answer without when what stands in it was fetched (`fetched.at`): fetched again the next day, it is still the same answer. */
function withoutFetchTimes(value: Json, name = ''): Json {
  if (value === null || typeof value !== 'object') return value
  if (isList(value)) return value.map((member) => withoutFetchTimes(member))
  const members = Object.entries(value).flatMap(([of, member]) =>
    member === undefined || (name === 'fetched' && of === 'at') ? [] : [[of, withoutFetchTimes(member, of)] as const],
  )
  return Object.fromEntries(members)
}

/** A checksum as the draft that was printed keeps it. */
export const markOf = (digest: Buffer): string => digest.toString('base64url')

/** A print by its checksum, or by its code. */
export async function findPrint(
  ctx: Context,
  { db }: Reading,
  by: { readonly digest: Buffer } | { readonly code: string },
): Promise<Print | undefined> {
  const prints = db
    .selectFrom('documents.printed_form')
    .select(['code', 'version_id', 'language', 'pages', 'printed_at'])
    .where('tenant_id', '=', ctx.tenant.id)
  const row = await ('code' in by
    ? prints.where('code', '=', by.code)
    : prints.where('digest', '=', by.digest)
  ).executeTakeFirst()
  return (
    row && {
      code: row.code,
      versionId: row.version_id,
      language: row.language,
      pages: row.pages,
      printedAt: row.printed_at,
    }
  )
}
