import { findPaperForm, findVersionFacts, type PaperForm, type VersionFacts } from '../../catalogue/public.ts'
import type { Context } from '../../platform/context.ts'
import { inReading } from '../../platform/database/transaction.ts'
import { notFound } from '../../platform/errors.ts'
import { readCode } from '../paper/code.ts'
import { findPrint, type Print } from '../paper/print.ts'
import { mayCheckForms } from '../policy.ts'

/** What a code on a paper means. */
export type CheckedForm =
  | { readonly kind: 'known'; readonly form: PaperForm; readonly print: Print; readonly version: VersionFacts }
  /** It is no code: mistyped, or made up. */
  | { readonly kind: 'misread' }
  /** It could be one, but nothing has been printed here with it. */
  | { readonly kind: 'unknown' }

/** Looks up the code that stands on a printed form, as staff typed it. Throws `not-found` for all others. */
export async function checkForm(ctx: Context, typed: string): Promise<CheckedForm> {
  if (!mayCheckForms(ctx.actor)) throw notFound()
  const code = readCode(typed)
  if (code === undefined) return { kind: 'misread' }
  const print = await inReading(ctx, async (tx) => await findPrint(ctx, tx, { code }))
  if (!print) return { kind: 'unknown' }
  const [form, version] = [await findPaperForm(ctx, print.versionId), await findVersionFacts(ctx, print.versionId)]
  return form && version ? { kind: 'known', form, print, version } : { kind: 'unknown' }
}
