import { system } from '../../platform/actor.ts'
import { actingAs, type Context } from '../../platform/context.ts'
import { ahead } from '../../platform/database/preparing-client.ts'
import type { Transaction } from '../../platform/database/transaction.ts'
import type { Event } from '../../platform/events/event.ts'
import type { Enqueue } from '../../platform/jobs/job.ts'
import { sendNoticesQueue } from '../jobs/send-notices.ts'
import type { NewNotice } from '../model.ts'
import type { ListSmsSubscribers } from '../ports.ts'
import { type CaseRecipients, casesOf, noticesOf } from './notices-of.ts'
import '../tables.ts'

/** Looks up who is to be told of what happens in cases, as role `system`, in one query. */
export type FindCaseRecipients = (
  ctx: Context,
  tx: Transaction,
  caseIds: readonly string[],
) => Promise<ReadonlyMap<string, CaseRecipients>>

/** What the reaction needs of other rooms. Who wants messages is asked here, not when they are sent: most want none, and their rows would be many. */
export type NoticePorts = {
  readonly findCaseRecipients: FindCaseRecipients
  readonly listSmsSubscribers: ListSmsSubscribers
}

/** A reaction to events: writes into the outbox, in the events' own transaction, as role `system`. */
export type WriteNotices = (ctx: Context, tx: Transaction, events: readonly Event[], enqueue: Enqueue) => Promise<void>

/** Makes the reaction: one insert and one job for all events of a transaction, however many are told. */
export function writeNotices({ findCaseRecipients, listSmsSubscribers }: NoticePorts): WriteNotices {
  return async (ctx, tx, events, enqueue) => {
    const caseIds = casesOf(events)
    const cases = caseIds.length === 0 ? new Map() : await findCaseRecipients(actingAs(ctx, system), tx, caseIds)
    const told = events.flatMap((event) =>
      noticesOf(event, cases, ctx.texts.language).map((notice) => ({ notice, at: event.at })),
    )
    if (told.length === 0) return
    const letters = told.filter(({ notice }) => notice.channel === 'email')
    // Whoever is to sign is written to in every way already.
    const byMailAlone = letters.filter(({ notice: { data } }) => data.partyId === undefined)
    const persons = byMailAlone.flatMap(({ notice: { recipient } }) =>
      recipient.kind === 'person' ? [recipient.id] : [],
    )
    const bySms =
      persons.length === 0 ? none : await listSmsSubscribers(actingAs(ctx, system), tx, [...new Set(persons)])
    const messages = byMailAlone
      .filter(({ notice: { recipient } }) => recipient.kind === 'person' && bySms.has(recipient.id))
      .map(({ notice, at }) => ({ notice: { ...notice, channel: 'sms' as const }, at }))
    const notices = [...told, ...messages]
    await tx.db
      .insertInto('notices.notice')
      .values(notices.map(({ notice, at }) => rowOf(ctx, notice, at)))
      .modifyEnd(ahead)
      .execute()
    const toSend = new Set(letters.map(({ notice }) => notice.eventId))
    if (toSend.size > 0) await enqueue(ctx, tx, sendNoticesQueue, [{ events: [...toSend] }])
  }
}

const none: ReadonlySet<string> = new Set()

/** On Mina sidor a notice has arrived once it is written; a letter or message waits to be sent. */
const rowOf = (ctx: Context, notice: NewNotice, at: Date) => ({
  tenant_id: ctx.tenant.id,
  event_id: notice.eventId,
  recipient_kind: notice.recipient.kind,
  recipient_id: notice.recipient.id,
  channel: notice.channel,
  kind: notice.kind,
  subject_id: notice.subjectId,
  data: JSON.stringify(notice.data),
  state: notice.channel === 'my-pages' ? ('sent' as const) : ('waiting' as const),
  due_at: at,
  created_at: at,
  sent_at: notice.channel === 'my-pages' ? at : null,
})
