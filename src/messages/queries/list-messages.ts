import { caseFacts, findCase, type KnownCase } from '../../cases/public.ts'
import { listUnchecked } from '../../files/public.ts'
import { listStaff } from '../../identity/public.ts'
import type { Context } from '../../platform/context.ts'
import { inReading, type Reading } from '../../platform/database/transaction.ts'
import { notFound } from '../../platform/errors.ts'
import type { Message, MessageAttachment, Side } from '../model.ts'
import { mayWrite, type Writing } from '../policy.ts'
import { type MessageReader, readerOf } from '../reader.ts'
import '../tables.ts'

/** The messages of a case, oldest first, as the actor may see them, and whether they may write another. */
export type Thread = {
  readonly caseId: string
  readonly writing: Writing
  readonly messages: readonly Message[]
}

/** Reads a case's messages. Throws `not-found` for whoever may not read the case. */
export async function listMessages(ctx: Context, caseId: string): Promise<Thread> {
  const reader = readerOf(ctx.actor)
  return await inReading(ctx, async (tx) => {
    const it = await findCase(ctx, tx, caseId)
    if (!it) throw notFound()
    const rows = await selectMessages(ctx, tx, { caseId, reader })
    const attachments = await attachmentsOf(ctx, tx, caseId)
    const nameless = rows.some((row) => row.staff_id !== null && row.sender_name === null)
    const colleagues = nameless && reader.side === 'staff' ? await namesOf(ctx, tx, it) : new Map<string, string>()
    const messages = rows.map((row) => ({
      id: row.message_id,
      sender: row.sender,
      own: (row.person_id ?? row.staff_id) === reader.id,
      ...named(row, it, colleagues),
      sentAt: row.sent_at,
      text: row.text,
      unread: row.sender === reader.otherSide && (row.read_until === null || row.sent_at > row.read_until),
      attachments: attachments.get(row.message_id) ?? [],
    }))
    return { caseId, writing: mayWrite(ctx.actor, caseFacts(it)), messages }
  })
}

/** Of a case with a protected party no citizen's name is given: nobody can tell whose it is by then. */
const named = (
  row: { readonly sender: Side; readonly sender_name: string | null; readonly staff_id: string | null },
  { isProtected }: KnownCase,
  colleagues: ReadonlyMap<string, string>,
): Pick<Message, 'senderName' | 'nameIsHidden'> => {
  const nameIsHidden = isProtected && row.sender === 'citizen'
  return {
    nameIsHidden,
    senderName: nameIsHidden ? undefined : (row.sender_name ?? colleagues.get(row.staff_id ?? '')),
  }
}

const selectMessages = async (
  ctx: Context,
  { db }: Reading,
  { caseId, reader }: { readonly caseId: string; readonly reader: MessageReader },
) =>
  await db
    .selectFrom('messages.message as m')
    .leftJoin('messages.read_mark as r', (join) =>
      join
        .onRef('r.tenant_id', '=', 'm.tenant_id')
        .onRef('r.case_id', '=', 'm.case_id')
        .on('r.reader_id', '=', reader.id),
    )
    .select(['m.message_id', 'm.sender', 'm.person_id', 'm.staff_id', 'm.sender_name', 'm.text', 'm.sent_at'])
    .select('r.read_until')
    .where('m.tenant_id', '=', ctx.tenant.id)
    .where('m.case_id', '=', caseId)
    .orderBy('m.sent_at')
    .execute()

async function attachmentsOf(
  ctx: Context,
  tx: Reading,
  caseId: string,
): Promise<ReadonlyMap<string, readonly MessageAttachment[]>> {
  const rows = await tx.db
    .selectFrom('messages.attachment')
    .select(['message_id', 'file_id', 'name', 'size'])
    .where('tenant_id', '=', ctx.tenant.id)
    .where('case_id', '=', caseId)
    .orderBy('file_id')
    .execute()
  const unchecked = await listUnchecked(
    ctx,
    tx,
    rows.map((row) => row.file_id),
  )
  const byMessage = Map.groupBy(rows, (row) => row.message_id)
  return new Map(
    [...byMessage].map(([messageId, files]) => [
      messageId,
      files.map((file) => ({
        fileId: file.file_id,
        name: file.name,
        size: file.size,
        unchecked: unchecked.has(file.file_id),
      })),
    ]),
  )
}

/** Names of the colleagues who handle the case: among themselves staff see who wrote, also where citizens don't. */
async function namesOf(ctx: Context, tx: Reading, it: KnownCase): Promise<ReadonlyMap<string, string>> {
  const colleagues = await listStaff(ctx, tx, it.group)
  return new Map(colleagues.map(({ id, name }) => [id, name]))
}
