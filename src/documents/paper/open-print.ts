import { openReview, type Review } from '../../cases/public.ts'
import { isPaperForm, type PaperForm } from '../../catalogue/public.ts'
import { changedPath, type ReadFacts, stepPath } from '../../drafts/public.ts'
import { reviewStep } from '../../forms/navigation.ts'
import { validateForm } from '../../forms/validation.ts'
import type { Context } from '../../platform/context.ts'
import { inReading } from '../../platform/database/transaction.ts'
import { notFound } from '../../platform/errors.ts'
import { digestOf, findPrint, markOf, type Print, type Printed } from './print.ts'

/** What was filled in, when all of it is right. */
export type ToPrint = {
  readonly form: PaperForm
  readonly printed: Printed
  readonly digest: Buffer
  /** The print that has been made of just this, from this very draft: whoever tries out another's answers learns nothing. */
  readonly print: Print | undefined
}

/** A form on paper as its owner has filled it in; or the address to go to first. */
export type OpenedPrint =
  | { readonly kind: 'open'; readonly review: Review; readonly toPrint: ToPrint | undefined }
  | { readonly kind: 'elsewhere'; readonly path: string }

/** Opens an own draft of a form on paper to be printed in the reader's language. Throws as `getDraft` does. */
export async function openPrint(ctx: Context, readFacts: ReadFacts, draft: string): Promise<OpenedPrint> {
  const opened = await openReview(ctx, readFacts, draft)
  if (opened.kind === 'elsewhere') return { kind: 'elsewhere', path: stepPath(draft, opened.step) }
  if (opened.kind === 'changed') return { kind: 'elsewhere', path: changedPath(draft) }
  if (opened.kind !== 'review') throw notFound()
  const { review } = opened
  const { service, filled } = review
  if (!isPaperForm(service)) return { kind: 'elsewhere', path: stepPath(draft, reviewStep) }
  const validated = validateForm(filled)
  if (!validated.ok) return { kind: 'open', review, toPrint: undefined }
  const { answers, asked } = validated
  const printed = { versionId: service.versionId, language: ctx.texts.language, answers, asked }
  const digest = digestOf(ctx, printed)
  const isPrinted = review.draft.printed === markOf(digest)
  const print = isPrinted ? await inReading(ctx, async (tx) => await findPrint(ctx, tx, { digest })) : undefined
  return { kind: 'open', review, toPrint: { form: service, printed, digest, print } }
}
