import type { Actor } from '../platform/actor.ts'
import { notFound } from '../platform/errors.ts'
import type { Side } from './model.ts'

/** Who reads: their id, which side they are on, and whose messages can be new to them. */
export type MessageReader = { readonly id: string; readonly side: Side; readonly otherSide: Side }

/** The actor as a reader of messages. Throws `not-found` for those who have none. */
export function readerOf(actor: Actor): MessageReader {
  if (actor.kind === 'citizen') return { id: actor.id, side: 'citizen', otherSide: 'staff' }
  if (actor.kind === 'staff') return { id: actor.id, side: 'staff', otherSide: 'citizen' }
  throw notFound()
}
