import type { Context } from '../../platform/context.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import type { Undelivered } from '../delivery.ts'
import { composeMail } from '../mail/compose-mail.ts'
import { type NoticeState, nextAttempt } from '../model.ts'
import type { DeliveryPorts } from '../ports.ts'
import { composeSms } from '../sms/compose-sms.ts'
import { smsNumberOf } from '../sms/sms-number.ts'
import type { Claimed } from './claim-notices.ts'
import { contactOf } from './contact-of.ts'
import '../tables.ts'

/** What has become of a notice: done with, or to be tried again. */
export type Outcome = 'done' | 'later'

/** What has come of one attempt: a state that the notice stays in, or a reason to try again or give up. */
type Attempt = Exclude<NoticeState, 'waiting' | 'undeliverable'> | Undelivered

/** Tries to deliver one claimed notice, and writes down how it went before anything else is done. */
export async function deliverNotice(ctx: Context, ports: DeliveryPorts, notice: Claimed): Promise<Outcome> {
  const attempt = notice.channel === 'sms' ? await trySms(ctx, ports, notice) : await tryMail(ctx, ports, notice)
  if (typeof attempt === 'string') return await settle(ctx, notice, attempt)
  const { eventId: event, recipient, channel, attempts } = notice
  ctx.log.warn({ event, recipient: recipient.id, channel, attempts, ...attempt }, 'notice not delivered')
  return attempt.outcome === 'refused'
    ? await settle(ctx, notice, 'undeliverable')
    : await postpone(ctx, notice, attempt)
}

async function tryMail(ctx: Context, ports: DeliveryPorts, notice: Claimed): Promise<Attempt> {
  const contact = await contactOf(ctx, ports, notice)
  if (contact.email === undefined) return 'no-address'
  if (!contact.noticesByEmail) return 'unwanted'
  const delivery = await ports.mailer.send(
    composeMail(notice, {
      to: contact.email,
      sender: await ports.sender(ctx),
      language: contact.language ?? notice.data.language ?? 'sv',
      timeZone: ctx.tenant.timeZone,
    }),
  )
  return delivery.outcome === 'sent' ? 'sent' : delivery
}

async function trySms(ctx: Context, ports: DeliveryPorts, notice: Claimed): Promise<Attempt> {
  const contact = await contactOf(ctx, ports, notice)
  const sender = await ports.sender(ctx)
  if (!ports.smsSender || sender.sms === undefined || !contact.noticesBySms) return 'unwanted'
  const to = smsNumberOf(contact.phone ?? '')
  if (to === undefined) return 'no-address'
  const sms = composeSms(notice, {
    to,
    from: sender.sms,
    municipality: sender.from.name,
    language: contact.language ?? 'sv',
    timeZone: ctx.tenant.timeZone,
  })
  const delivery = await ports.smsSender.send(sms)
  if (delivery.outcome === 'sent') {
    ctx.log.info({ event: notice.eventId, provider: delivery.providerId }, 'SMS taken')
    return 'sent'
  }
  if (delivery.outcome !== 'unclear') return delivery
  // Nothing tells the phone that it is the same message: what may have been sent is tried once more, and no more.
  return { outcome: notice.attempts > 1 ? 'refused' : 'later', code: `${delivery.code}, unclear` }
}

async function settle(ctx: Context, notice: Claimed, state: Exclude<NoticeState, 'waiting'>): Promise<Outcome> {
  await change(ctx, notice, state === 'sent' ? { state, sent_at: ctx.clock.now() } : { state })
  return 'done'
}

async function postpone(ctx: Context, notice: Claimed, { code }: Undelivered): Promise<Outcome> {
  const due = nextAttempt(notice, ctx.clock.now())
  if (!due) {
    ctx.log.error({ event: notice.eventId, recipient: notice.recipient.id, code }, 'notice given up')
    return await settle(ctx, notice, 'undeliverable')
  }
  await change(ctx, notice, { due_at: due })
  return 'later'
}

async function change(
  ctx: Context,
  notice: Claimed,
  changes: {
    readonly state?: Exclude<NoticeState, 'waiting'>
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
      .where('channel', '=', notice.channel)
      // An attempt that took too long and was overtaken changes nothing that the other has settled.
      .where('state', '=', 'waiting')
      .execute()
  })
}
