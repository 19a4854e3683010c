import { caseFacts, type KnownCase, lockCase, noteInCase, supplementByMessage } from '../../cases/public.ts'
import { cleanFileName } from '../../drafts/public.ts'
import { fileKeyBinding, insertFile, type StoredFile } from '../../files/public.ts'
import { findPerson, nameOf } from '../../people/public.ts'
import { later } from '../../platform/clock.ts'
import type { Context } from '../../platform/context.ts'
import { inTransaction, type Transaction } from '../../platform/database/transaction.ts'
import { notFound } from '../../platform/errors.ts'
import type { ReceivedFile } from '../../platform/http/received-file.ts'
import { failed, ok, type Result } from '../../platform/result.ts'
import '../events.ts'
import { filesOver, type MessageProblem, normalised, problemsIn } from '../model.ts'
import { mayWrite } from '../policy.ts'
import { roomInCase } from '../queries/room-in-case.ts'
import { type MessageReader, readerOf } from '../reader.ts'
import '../tables.ts'

export type NewMessage = {
  readonly caseId: string
  /** As typed. */
  readonly text: string
  /** As they came in, the refused ones, too. */
  readonly files: readonly ReceivedFile[]
}

/** Why a message was not sent. */
export type SendFailure =
  | { readonly kind: 'invalid'; readonly problems: readonly MessageProblem[] }
  /** The case is closed or withdrawn, or was sent in without login. */
  | { readonly kind: 'finished' | 'no-login' }

/**
 * Sends a message in a case ("Skicka meddelande"), with its attachments, and answers its id. A citizen's message can be the supplement
 * that a service asked for (A2.3). Throws `not-found` for whoever may not read the case.
 */
export async function sendMessage(ctx: Context, message: NewMessage): Promise<Result<string, SendFailure>> {
  const writer = readerOf(ctx.actor)
  const problems = problemsIn(message.text, message.files)
  return await inTransaction(ctx, async (tx): Promise<Result<string, SendFailure>> => {
    // Locks the case's row: two messages of one case never overlap, so that their times follow each other and
    // "read until" covers exactly what was shown.
    const it = await lockCase(ctx, tx, message.caseId)
    if (!it) throw notFound()
    const writing = mayWrite(ctx.actor, caseFacts(it))
    if (writing === 'denied') throw notFound()
    if (writing !== 'allowed') return failed({ kind: writing })
    // Asked again, under the case's lock: two messages that are sent at once would each find the same room.
    const over = filesOver(message.files, await roomInCase(ctx, tx, it.caseId))
    if (problems.length + over.length > 0) return failed({ kind: 'invalid', problems: [...problems, ...over] })

    const messageId = await insertMessage(ctx, tx, { it, writer, text: normalised(message.text) })
    await attach(ctx, tx, { caseId: it.caseId, messageId, files: message.files.filter((file) => file.stored) })
    const { side } = writer
    await noteInCase(ctx, tx, {
      caseId: it.caseId,
      type: 'message.sent',
      forCitizen: true,
      data: { messageId, sender: side },
    })
    tx.record({ type: 'message.sent', subject: it.caseId, data: { messageId, sender: side } })
    if (side === 'citizen') await supplementByMessage(ctx, tx, it.caseId)
    return ok(messageId)
  })
}

async function insertMessage(
  ctx: Context,
  tx: Transaction,
  { it, writer, text }: { readonly it: KnownCase; readonly writer: MessageReader; readonly text: string },
): Promise<string> {
  const { latest } = await tx.db
    .selectFrom('messages.message')
    .select((row) => row.fn.max('sent_at').as('latest'))
    .where('tenant_id', '=', ctx.tenant.id)
    .where('case_id', '=', it.caseId)
    .executeTakeFirstOrThrow()
  const now = ctx.clock.now()
  const messageId = ctx.ids.next()
  await tx.db
    .insertInto('messages.message')
    .values({
      tenant_id: ctx.tenant.id,
      case_id: it.caseId,
      message_id: messageId,
      sender: writer.side,
      person_id: writer.side === 'citizen' ? writer.id : null,
      staff_id: writer.side === 'staff' ? writer.id : null,
      sender_name: await shownName(ctx, tx, it),
      text,
      // Never the same as, or before, the one it answers, whatever the clocks of two machines say.
      sent_at: latest && latest >= now ? later(latest, 1) : now,
    })
    .execute()
  return messageId
}

/** The writer's name as both sides may see it: a case worker's where the service shows it, a citizen's unless a party of the case is protected. */
async function shownName(ctx: Context, tx: Transaction, it: KnownCase): Promise<string | null> {
  const { actor } = ctx
  if (actor.kind === 'staff') return it.service.definition.showCaseWorker ? actor.name : null
  if (actor.kind !== 'citizen' || actor.protectedIdentity || it.isProtected) return null
  const person = await findPerson(ctx, tx, actor.id)
  return (person && nameOf(person)) ?? null
}

type Attachments = { readonly caseId: string; readonly messageId: string; readonly files: readonly StoredFile[] }

async function attach(ctx: Context, tx: Transaction, { caseId, messageId, files }: Attachments): Promise<void> {
  if (files.length === 0) return
  for (const file of files) await insertFile(ctx, tx, file)
  await tx.db
    .insertInto('messages.attachment')
    .values(
      files.map((file) => ({
        tenant_id: ctx.tenant.id,
        case_id: caseId,
        message_id: messageId,
        file_id: file.fileId,
        name: cleanFileName(file.name),
        media_type: file.mediaType,
        size: file.size,
        sha256: Buffer.from(file.sha256),
        wrapped_key: ctx.vault.wrap(ctx.tenant.id, file.key, fileKeyBinding(file.fileId)),
      })),
    )
    .execute()
}
