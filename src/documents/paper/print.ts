import { createHmac } from 'node:crypto'
import { canonicalJson } from '../../forms/canonical-json.ts'
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
 * checksum without a key would tell anybody who tries out names and numbers what was written.
 */
export const digestOf = (ctx: Context, { versionId, language, answers, asked }: Printed): Buffer =>
  createHmac('sha256', ctx.vault.tenantKey(ctx.tenant.id, 'find'))
    .update('printed-form:')
    .update(canonicalJson({ versionId, language, answers, asked: [...asked] }))
    .digest()

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
