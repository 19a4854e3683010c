import { Refused } from '../refusal.ts'

/** A box of ISO 14496-12 inside bytes that are held: its type, and where its head and its body begin and it ends. */
export type Box = { readonly type: string; readonly start: number; readonly body: number; readonly end: number }

/** The boxes that fill a part of some bytes. Refuses what doesn't add up. */
export function boxesIn(bytes: Buffer, from: number, to: number): readonly Box[] {
  const boxes: Box[] = []
  for (let start = from; start < to; ) {
    const head = headOf(bytes.subarray(start, Math.min(start + 16, to)))
    const end = start + (head.size === 0 ? to - start : head.size)
    if (end > to || end < start + head.length) throw new Refused('unreadable')
    boxes.push({ type: head.type, start, body: start + head.length, end })
    start = end
  }
  return boxes
}

/** A box's type, its size in all (0: to the end), and the length of its head, 8 or 16 bytes. */
export function headOf(bytes: Buffer): { readonly type: string; readonly size: number; readonly length: 8 | 16 } {
  if (bytes.length < 8) throw new Refused('unreadable')
  const size = bytes.readUInt32BE(0)
  const type = bytes.subarray(4, 8).toString('latin1')
  if (size !== 1) return { type, size, length: 8 }
  if (bytes.length < 16) throw new Refused('unreadable')
  return { type, size: Number(bytes.readBigUInt64BE(8)), length: 16 }
}

const lengths: readonly number[] = [0, 1, 2, 4, 8]

/** Reads numbers one after the other. Refuses what ends too early. */
export class Fields {
  readonly #bytes: Buffer
  #at: number
  readonly #end: number

  constructor(bytes: Buffer, at: number, end: number) {
    this.#bytes = bytes
    this.#at = at
    this.#end = end
  }

  /** The next number, of 0 (which gives 0), 1, 2, 4 or 8 bytes. A file may claim another length, and is refused. */
  number(length: number): number {
    if (!lengths.includes(length) || this.#at + length > this.#end) throw new Refused('unreadable')
    const at = this.#at
    this.#at += length
    if (length === 0) return 0
    return length === 8 ? Number(this.#bytes.readBigUInt64BE(at)) : this.#bytes.readUIntBE(at, length)
  }

  /** Four letters. */
  name(): string {
    const at = this.#at
    this.number(4)
    return this.#bytes.subarray(at, at + 4).toString('latin1')
  }
}
