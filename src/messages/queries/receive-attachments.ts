import { caseFacts, findCase } from '../../cases/public.ts'
import { receiveInto } from '../../files/public.ts'
import type { Context } from '../../platform/context.ts'
import { inReading } from '../../platform/database/transaction.ts'
import { notFound } from '../../platform/errors.ts'
import type { ReceiveFile } from '../../platform/http/received-file.ts'
import { messageLimits } from '../model.ts'
import { mayWrite } from '../policy.ts'

/**
 * Answers how to store the attachments of a message to come, before a byte of them is stored: where no message may be written, none is taken.
 * Throws `not-found` for whoever may not read the case.
 */
export async function receiveAttachments(ctx: Context, caseId: string): Promise<ReceiveFile> {
  const it = await inReading(ctx, async (tx) => await findCase(ctx, tx, caseId))
  if (!it) throw notFound()
  const allowed = mayWrite(ctx.actor, caseFacts(it)) === 'allowed'
  return receiveInto(ctx, {
    maxBytes: messageLimits.fileSize,
    accepted: allowed ? messageLimits.accepted : [],
  })
}
