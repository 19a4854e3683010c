import { markPrinted, type ReadFacts } from '../../drafts/public.ts'
import type { Context } from '../../platform/context.ts'
import { inReading, inTransaction } from '../../platform/database/transaction.ts'
import '../events.ts'
import type { ReadLetterhead } from '../letterhead.ts'
import { newCode } from '../paper/code.ts'
import { filledInForm } from '../paper/filled-in.ts'
import { type OpenedPrint, openPrint } from '../paper/open-print.ts'
import { findPrint, markOf } from '../paper/print.ts'
import '../tables.ts'

type PrintPorts = { readonly readFacts: ReadFacts; readonly readLetterhead: ReadLetterhead }

/** What came of it: printed, or what stands in the way. */
export type PrintedForm = { readonly kind: 'printed' } | OpenedPrint

/**
 * Prints a form on paper that was filled in on screen: gives it a code, and keeps of it which version it was, when and in which language,
 * and a checksum. The same answers get the same code again. The draft ends after a day. Throws as `getDraft` does.
 */
export async function printForm(ctx: Context, draft: string, ports: PrintPorts): Promise<PrintedForm> {
  const opened = await openPrint(ctx, ports.readFacts, draft)
  if (opened.kind !== 'open' || !opened.toPrint) return opened
  const { toPrint, review } = opened
  const { form, digest } = toPrint
  const before = toPrint.print ?? (await inReading(ctx, async (tx) => await findPrint(ctx, tx, { digest })))
  const print = before ?? { code: newCode(), printedAt: ctx.clock.now() }
  const { pages } = await filledInForm(ctx, toPrint, { print, readLetterhead: ports.readLetterhead })
  await inTransaction(ctx, async (tx) => {
    await markPrinted(ctx, tx, { id: draft, revision: review.draft.revision, printed: markOf(digest) })
    await tx.db
      .insertInto('documents.printed_form')
      .values({
        tenant_id: ctx.tenant.id,
        code: print.code,
        version_id: form.versionId,
        language: ctx.texts.language,
        digest,
        pages,
        printed_at: print.printedAt,
      })
      // Two windows may print the same at once: the first one's code stands on both.
      .onConflict((conflict) => conflict.columns(['tenant_id', 'digest']).doNothing())
      .execute()
    tx.record({
      type: 'form.printed',
      subject: draft,
      data: { serviceId: form.serviceId, versionId: form.versionId },
    })
  })
  return { kind: 'printed' }
}
