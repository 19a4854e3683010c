import { z } from 'zod'
import type { Actor } from '../platform/actor.ts'
import type { Context } from '../platform/context.ts'
import { ahead } from '../platform/database/preparing-client.ts'
import type { Transaction } from '../platform/database/transaction.ts'
import './tables.ts'

/** Whom a line of history is for: staff see all of it. */
type Note = {
  readonly caseId: string
  readonly type: string
  readonly forCitizen: boolean
  /** Ids and states, and what was written to the citizen: unlike an event's data it is part of the case. */
  readonly data?: Readonly<Record<string, unknown>>
  /** Who did it and when, when it is written down later by somebody else: now, and the actor, unless told. */
  readonly by?: { readonly personId: string; readonly at: Date }
}

/** Writes a line of a case's history, under the actor's name. The order of ids is the order of lines. */
export async function writeHistory(ctx: Context, { db }: Transaction, note: Note): Promise<void> {
  await db
    .insertInto('cases.event')
    .values({
      tenant_id: ctx.tenant.id,
      case_id: note.caseId,
      event_id: ctx.ids.next(),
      type: note.type,
      at: note.by?.at ?? ctx.clock.now(),
      actor_kind: note.by ? 'citizen' : ctx.actor.kind,
      actor_id: note.by?.personId ?? idOf(ctx.actor),
      for_citizen: note.forCitizen,
      data: JSON.stringify(note.data ?? {}),
    })
    .modifyEnd(ahead)
    .execute()
}

/**
 * Notes in a case what another domain has done in it, such as a message: a line of history, and the case's latest event. The case's
 * version stays: a message that comes in while a case worker changes the status is no conflict.
 */
export async function noteInCase(ctx: Context, tx: Transaction, note: Note): Promise<void> {
  await writeHistory(ctx, tx, note)
  await tx.db
    .updateTable('cases.case')
    .set({ latest_event: note.type, changed_at: ctx.clock.now() })
    .where('tenant_id', '=', ctx.tenant.id)
    .where('case_id', '=', note.caseId)
    .execute()
}

/** The actor's id as rows keep it; the system and a visitor without a cookie have none. */
export const idOf = (actor: Actor): string | null => (actor.kind === 'system' ? null : (actor.id ?? null))

/** What the data of a line of history may say. Lines of other domains have data of their own, which is left alone. */
export const HistoryData = z.object({
  sequence: z.int().optional(),
  status: z.string().optional(),
  to: z.uuid().nullable().optional(),
  /** Name of the case worker whom the case was given to. */
  name: z.string().optional(),
  until: z.iso.date().optional(),
  /** What the citizen was asked for. */
  text: z.string().optional(),
  /** It was sent without the signature of somebody who was to sign. */
  unsigned: z.literal(true).optional(),
})

export type HistoryData = z.infer<typeof HistoryData>
