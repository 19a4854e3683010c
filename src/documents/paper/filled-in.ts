import { findVersionFacts } from '../../catalogue/public.ts'
import type { Context } from '../../platform/context.ts'
import { notFound } from '../../platform/errors.ts'
import type { ReadLetterhead } from '../letterhead.ts'
import type { ToPrint } from './open-print.ts'
import type { Print } from './print.ts'
import { type SetPaper, setPaper } from './set-paper.ts'

/** The PDF of what was filled in, with its code, in the reader's language; made anew each time it is asked for, and kept nowhere. */
export async function filledInForm(
  ctx: Context,
  { form, printed }: Pick<ToPrint, 'form' | 'printed'>,
  { print, readLetterhead }: { readonly print: Pick<Print, 'code'>; readonly readLetterhead: ReadLetterhead },
): Promise<SetPaper> {
  const facts = await findVersionFacts(ctx, form.versionId)
  if (!facts) throw notFound()
  const { answers, asked } = printed
  return await setPaper(
    { form, ...facts },
    { letterhead: await readLetterhead(ctx), texts: ctx.texts, filledIn: { answers, asked, code: print.code } },
  )
}
