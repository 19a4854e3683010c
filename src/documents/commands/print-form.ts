import { markPrinted, type ReadFacts } from '../../drafts/public.ts'
import type { Context } from '../../platform/context.ts'
import { inReading, inTransaction, type Transaction } from '../../platform/database/transaction.ts'
import '../events.ts'
import type { ReadLetterhead } from '../letterhead.ts'
import { newCode } from '../paper/code.ts'
import { filledInForm } from '../paper/filled-in.ts'
import { type OpenedPrint, openPrint, type ToPrint } from '../paper/open-print.ts'
import { findPrint, markOf, type Print } from '../paper/print.ts'
import '../tables.ts'

type PrintPorts = { readonly readFacts: ReadFacts; readonly readLetterhead: ReadLetterhead }

/** What came of it: printed, or what stands in the way. */
export type PrintedForm = { readonly kind: 'printed' } | OpenedPrint

/**
 * Prints a form on paper that was filled in on screen: gives it a code, and keeps of it which version it was, when and in which language,
 * and a checksum. The same answers get the same code again. The draft ends after a day. Throws as `getDraft` does, and `busy`.
 */
export async function printForm(ctx: Context, draft: string, ports: PrintPorts): Promise<PrintedForm> {
  const opened = await openPrint(ctx, ports.readFacts, draft)
  if (opened.kind !== 'open' || !opened.toPrint) return opened
  const { toPrint, review } = opened
  const { form, digest } = toPrint
  const before = toPrint.print ?? (await inReading(ctx, async (tx) => await findPrint(ctx, tx, { digest })))
  const made = before ? undefined : await newPrint(ctx, toPrint, ports)
  await inTransaction(ctx, async (tx) => {
    await markPrinted(ctx, tx, { id: draft, revision: review.draft.revision, printed: markOf(digest) })
    if (made) await insertPrint(ctx, tx, { ...made, digest })
    tx.record({
      type: 'form.printed',
      subject: draft,
      data: { serviceId: form.serviceId, versionId: form.versionId },
    })
  })
  return { kind: 'printed' }
}

/** A print with a code of its own. It is set here to count its pages, and for whoever downloads it once more: it is kept nowhere. */
async function newPrint(ctx: Context, toPrint: ToPrint, { readLetterhead }: PrintPorts): Promise<Print> {
  const code = newCode()
  const { pages } = await filledInForm(ctx, toPrint, { print: { code }, readLetterhead })
  const { versionId, language } = toPrint.printed
  return { code, versionId, language, pages, printedAt: ctx.clock.now() }
}

async function insertPrint(
  ctx: Context,
  { db }: Transaction,
  { code, versionId, language, digest, pages, printedAt }: Print & { readonly digest: Buffer },
): Promise<void> {
  await db
    .insertInto('documents.printed_form')
    .values({
      tenant_id: ctx.tenant.id,
      code,
      version_id: versionId,
      language,
      digest,
      pages,
      printed_at: printedAt,
    })
    // Two windows may print the same at once: the first one's code stands on both.
    .onConflict((conflict) => conflict.columns(['tenant_id', 'digest']).doNothing())
    .execute()
}
