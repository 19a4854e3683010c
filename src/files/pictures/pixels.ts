import { Refused } from '../refusal.ts'

/**
 * How many pixels a picture may have. The largest cameras of phones make 108 million; a picture of more is made to fill the memory of
 * whoever opens it.
 */
export const mostPixels = 120_000_000

/** Refuses a picture of no or too many pixels. */
export function requireFewPixels(width: number, height: number): void {
  if (width === 0 || height === 0) throw new Refused('unreadable')
  if (width * height > mostPixels) throw new Refused('too-many-pixels')
}
