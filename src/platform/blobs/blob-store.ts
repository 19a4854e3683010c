import type { Readable } from 'node:stream'

/** Where a municipality's encrypted files lie. Names are random and say nothing. */
export type BlobStore = {
  /** Stores a stream durably under a new name, whole or not at all. Throws `StorageFull`. */
  readonly write: (name: string, bytes: AsyncIterable<Uint8Array>) => Promise<void>
  /** Throws `BlobMissing` when there is none of that name. */
  readonly read: (name: string) => Promise<Readable>
  /** No error when it is gone already. */
  readonly remove: (name: string) => Promise<void>
  /** Names of blobs last written before a time. */
  readonly listOlderThan: (time: Date) => AsyncIterable<string>
}

const blobName = /^[0-9a-f]{32,}$/

/** The name itself, of a blob. Throws for anything else, which might lead elsewhere. */
export function requireBlobName(name: string): string {
  if (!blobName.test(name)) throw new Error('Not the name of a blob')
  return name
}

/** The row is there, the blob is not. */
export class BlobMissing extends Error {
  constructor(name: string) {
    super(`No blob ${name}`)
    this.name = 'BlobMissing'
  }
}

/** There is no room for another blob. */
export class StorageFull extends Error {
  constructor(options?: ErrorOptions) {
    super('No room for another blob', options)
    this.name = 'StorageFull'
  }
}
