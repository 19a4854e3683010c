import { findVersionFacts, type PaperForm } from '../../catalogue/public.ts'
import type { Context } from '../../platform/context.ts'
import { notFound } from '../../platform/errors.ts'
import type { Language } from '../../platform/texts/catalogue.ts'
import { textsFor } from '../../platform/texts/texts.ts'
import type { ReadLetterhead } from '../letterhead.ts'
import { type SetPaper, setPaper } from './set-paper.ts'

/** How many empty forms a process keeps: each takes some tens of kilobytes, and a moment to set anew. */
const mostKept = 60

/** Empty forms by all that they are made of, so that each follows its definition, the municipality's look and our texts. */
const kept = new Map<string, Promise<SetPaper>>()

/** The empty form to print, in a language; set once a process. Throws `not-found` when the form isn't the municipality's. */
export async function blankForm(
  ctx: Context,
  { form, language }: { readonly form: PaperForm; readonly language: Language },
  readLetterhead: ReadLetterhead,
): Promise<SetPaper> {
  const letterhead = await readLetterhead(ctx)
  const name = JSON.stringify([ctx.tenant.id, form.versionId, language, letterhead])
  const known = kept.get(name)
  if (known) return await known
  const facts = await findVersionFacts(ctx, form.versionId)
  if (!facts) throw notFound()
  const making = setPaper({ form, ...facts }, { letterhead, texts: textsFor(language, ctx.tenant.timeZone) })
  kept.set(name, making)
  const [oldest] = kept.keys()
  if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest)
  // What could not be set now may be the next time.
  making.catch(() => kept.delete(name))
  return await making
}
