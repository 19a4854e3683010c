import { caseFacts, findCase } from '../../cases/public.ts'
import { receiveWithin } from '../../files/public.ts'
import type { Context } from '../../platform/context.ts'
import { inReading } from '../../platform/database/transaction.ts'
import { notFound } from '../../platform/errors.ts'
import type { ReceiveFile } from '../../platform/http/received-file.ts'
import { messageLimits } from '../model.ts'
import { mayWrite } from '../policy.ts'
import { roomInCase } from './room-in-case.ts'

/**
 * Answers how to store the attachments of a message to come, before a byte of them is stored: where no message may be written, none is taken.
 * Throws `not-found` for whoever may not read the case.
 */
export async function receiveAttachments(ctx: Context, caseId: string): Promise<ReceiveFile> {
  const { it, room } = await inReading(ctx, async (tx) => ({
    it: await findCase(ctx, tx, caseId),
    room: await roomInCase(ctx, tx, caseId),
  }))
  if (!it) throw notFound()
  const accepted = mayWrite(ctx.actor, caseFacts(it)) === 'allowed' ? messageLimits.accepted : []
  const receive = receiveWithin(ctx, room)
  return async (file) => await receive(file, { maxBytes: messageLimits.fileSize, accepted })
}
