import type { Context } from '../../platform/context.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import { composeMail } from '../mail/compose-mail.ts'
import type { Delivery } from '../mail/mailer.ts'
import { nextAttempt } from '../model.ts'
import type { Contact, DeliveryPorts } from '../ports.ts'
import type { Claimed } from './claim-notices.ts'
import '../tables.ts'

/** What has become of a letter: done with, or to be tried again. */
export type Outcome = 'done' | 'later'

/** Tries to deliver one claimed letter, and writes down how it went before anything else is done. */
export async function deliverNotice(ctx: Context, ports: DeliveryPorts, notice: Claimed): Promise<Outcome> {
  const contact = await contactOf(ctx, ports, notice)
  if (contact.email === undefined) return await settle(ctx, notice, 'no-address')
  if (!contact.noticesByEmail) return await settle(ctx, notice, 'unwanted')
  const mail = composeMail(notice, {
    to: contact.email,
    sender: await ports.sender(ctx),
    language: contact.language ?? notice.data.language ?? 'sv',
    timeZone: ctx.tenant.timeZone,
  })
  const delivery = await ports.mailer.send(mail)
  if (delivery.outcome === 'sent') return await settle(ctx, notice, 'sent')
  ctx.log.warn(
    { event: notice.eventId, recipient: notice.recipient.id, attempts: notice.attempts, ...delivery },
    'notice not delivered',
  )
  return delivery.outcome === 'refused'
    ? await settle(ctx, notice, 'undeliverable')
    : await postpone(ctx, notice, delivery)
}

/** A person's own address goes first; what they gave in the case itself is used when they have none. */
async function contactOf(
  ctx: Context,
  ports: DeliveryPorts,
  { recipient, subjectId, kind }: Claimed,
): Promise<Contact> {
  const unknown: Contact = { email: undefined, noticesByEmail: true, language: undefined }
  return await inTransaction(ctx, async (tx) => {
    switch (recipient.kind) {
      case 'staff':
        return (await ports.staffContact(ctx, tx, recipient.id)) ?? unknown
      case 'case':
        return { ...unknown, email: await ports.caseContact(ctx, tx, recipient.id) }
      case 'person': {
        const contact = await ports.personContact(ctx, tx, recipient.id)
        const isOfDraft = kind === 'draft-expiring' || kind === 'draft-closing'
        if (!contact || contact.email !== undefined || isOfDraft) return contact ?? unknown
        return { ...contact, email: await ports.caseContact(ctx, tx, subjectId) }
      }
    }
  })
}

async function settle(
  ctx: Context,
  notice: Claimed,
  state: 'sent' | 'undeliverable' | 'no-address' | 'unwanted',
): Promise<Outcome> {
  await change(ctx, notice, state === 'sent' ? { state, sent_at: ctx.clock.now() } : { state })
  return 'done'
}

async function postpone(
  ctx: Context,
  notice: Claimed,
  delivery: Exclude<Delivery, { outcome: 'sent' }>,
): Promise<Outcome> {
  const due = nextAttempt(notice, ctx.clock.now())
  if (!due) {
    ctx.log.error({ event: notice.eventId, recipient: notice.recipient.id, code: delivery.code }, 'notice given up')
    return await settle(ctx, notice, 'undeliverable')
  }
  await change(ctx, notice, { due_at: due })
  return 'later'
}

async function change(
  ctx: Context,
  notice: Claimed,
  changes: {
    readonly state?: 'sent' | 'undeliverable' | 'no-address' | 'unwanted'
    readonly sent_at?: Date
    readonly due_at?: Date
  },
): Promise<void> {
  await inTransaction(ctx, async ({ db }) => {
    await db
      .updateTable('notices.notice')
      .set(changes)
      .where('tenant_id', '=', ctx.tenant.id)
      .where('event_id', '=', notice.eventId)
      .where('recipient_id', '=', notice.recipient.id)
      .where('channel', '=', 'email')
      // An attempt that took too long and was overtaken changes nothing that the other has settled.
      .where('state', '=', 'waiting')
      .execute()
  })
}
