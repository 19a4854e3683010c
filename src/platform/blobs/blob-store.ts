import type { Readable } from 'node:stream'

/** Where a municipality's encrypted files lie. Names are random and say nothing. */
export type BlobStore = {
  /** Stores a stream durably under a new name, whole or not at all. */
  readonly write: (name: string, bytes: AsyncIterable<Uint8Array>) => Promise<void>
  /** Throws `BlobMissing` when there is none of that name. */
  readonly read: (name: string) => Promise<Readable>
  /** No error when it is gone already. */
  readonly remove: (name: string) => Promise<void>
  /** Names of blobs last written before a time. */
  readonly listOlderThan: (time: Date) => AsyncIterable<string>
}

/** The row is there, the blob is not. */
export class BlobMissing extends Error {
  constructor(name: string) {
    super(`No blob ${name}`)
    this.name = 'BlobMissing'
  }
}
