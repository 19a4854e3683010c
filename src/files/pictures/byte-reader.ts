import { Refused } from '../refusal.ts'

/** Reads a stream in pieces of the reader's choice, for formats that say how long each piece is. */
export class ByteReader {
  readonly #source: AsyncIterator<Uint8Array>
  #held: Buffer = Buffer.alloc(0)
  #position = 0

  constructor(bytes: AsyncIterable<Uint8Array>) {
    this.#source = bytes[Symbol.asyncIterator]()
  }

  /** Bytes taken so far: the place in the file of what comes next. */
  get position(): number {
    return this.#position
  }

  /** Whether nothing is left. */
  async isAtEnd(): Promise<boolean> {
    return !(await this.#hold(1))
  }

  /** Exactly so many bytes. Refuses the file as unreadable when it ends before. */
  async take(length: number): Promise<Buffer> {
    if (!(await this.#hold(length))) throw new Refused('unreadable')
    return this.#cut(length)
  }

  /** What has arrived, at least so many bytes. Refuses the file as unreadable when it ends before. */
  async takeArrived(least: number): Promise<Buffer> {
    if (!(await this.#hold(least))) throw new Refused('unreadable')
    return this.#cut(this.#held.length)
  }

  /** The next bytes as they arrive, so many in all. */
  async *pass(length: number): AsyncGenerator<Buffer> {
    for (let left = length; left > 0; ) {
      if (!(await this.#hold(1))) throw new Refused('unreadable')
      const piece = this.#cut(Math.min(left, this.#held.length))
      left -= piece.length
      yield piece
    }
  }

  /** Puts back the last bytes that were taken. */
  giveBack(bytes: Buffer): void {
    this.#held = Buffer.concat([bytes, this.#held])
    this.#position -= bytes.length
  }

  /** Reads and forgets so many bytes; all that is left unless told. */
  async skip(length = Number.POSITIVE_INFINITY): Promise<void> {
    for (let left = length; left > 0; ) {
      if (!(await this.#hold(1))) {
        if (length === Number.POSITIVE_INFINITY) return
        throw new Refused('unreadable')
      }
      left -= this.#cut(Math.min(left, this.#held.length)).length
    }
  }

  /** Waits until so many bytes are held; answers whether they came. */
  async #hold(length: number): Promise<boolean> {
    if (this.#held.length >= length) return true
    const pieces: Uint8Array[] = [this.#held]
    let total = this.#held.length
    while (total < length) {
      const next: IteratorResult<Uint8Array> = await this.#source.next()
      if (next.done) break
      pieces.push(next.value)
      total += next.value.length
    }
    this.#held = Buffer.concat(pieces)
    return total >= length
  }

  #cut(length: number): Buffer {
    const piece = this.#held.subarray(0, length)
    this.#held = this.#held.subarray(length)
    this.#position += length
    return piece
  }
}
