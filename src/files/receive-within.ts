import { finished } from 'node:stream/promises'
import type { Context } from '../platform/context.ts'
import type { IncomingFile, ReceivedFile } from '../platform/http/received-file.ts'
import { type Limits, receiveInto } from './receive.ts'

/**
 * Answers how to store the files of one form, each within limits of its own and all of them within the room, in bytes, that their sender
 * has left. What would go over it is refused for `quota`.
 */
export function receiveWithin(
  ctx: Context,
  room: number,
): (file: IncomingFile, limits: Limits) => Promise<ReceivedFile> {
  let left = room
  return async (file, limits) => {
    if (left <= 0) return await throwAway(file, 'quota')
    const received = await receiveInto(ctx, { ...limits, maxBytes: Math.min(limits.maxBytes, left) })(file)
    if (received.stored) left -= received.size
    const isOver = !received.stored && received.reason === 'too-large' && left < limits.maxBytes
    return isOver ? { ...received, reason: 'quota' } : received
  }
}

/** Reads a file that isn't taken to its end, since the next part of the form comes after it. */
export async function throwAway(
  { field, name, bytes }: IncomingFile,
  reason: 'unknown-type' | 'quota',
): Promise<ReceivedFile> {
  bytes.resume()
  await finished(bytes)
  return { field, name, stored: false, reason }
}
