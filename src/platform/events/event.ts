import type { Actor } from '../actor.ts'
import type { Context } from '../context.ts'
import type { Transaction } from '../database/transaction.ts'

/**
 * Every type of event there is, with its data. Each domain declares its own in its `events.ts` by merging into this
 * interface. Data holds ids and states, never what somebody wrote.
 */
// biome-ignore lint/suspicious/noEmptyInterface: filled by the domains' declarations
export interface EventData {}

export type EventType = keyof EventData

/** What a command says has happened. */
export type NewEvent<Type extends EventType = EventType> = {
  [T in Type]: {
    readonly type: T
    /** What it happened to: the id of a case, a draft, a session … */
    readonly subject: string
    readonly data: EventData[T]
    /** The person or organisation that the actor acted for, when it was not themselves. */
    readonly onBehalfOf?: string
  }
}[Type]

/** An event as others see it. */
export type Event<Type extends EventType = EventType> = NewEvent<Type> & {
  readonly id: string
  readonly at: Date
  readonly actor: Actor
}

/**
 * Is told of the events of a transaction, as role `system`, inside it: writes audit rows, outbox rows and jobs.
 * What it writes is committed with the data, or not at all.
 */
export type EventSink = (ctx: Context, tx: Transaction, events: readonly Event[]) => Promise<void>
