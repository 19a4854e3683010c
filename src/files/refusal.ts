import { StorageFull } from '../platform/blobs/blob-store.ts'
import type { ReceivedFile } from '../platform/http/received-file.ts'
import { ScannerUnavailable } from '../platform/scanning.ts'

/** Why a file is not taken. */
export type RefusalReason = Extract<ReceivedFile, { stored: false }>['reason']

/** Ends the receipt of a file that isn't taken. */
export class Refused extends Error {
  readonly reason: RefusalReason

  constructor(reason: RefusalReason) {
    super(`A file is refused: ${reason}`)
    this.name = 'Refused'
    this.reason = reason
  }
}

/** Why a file is not taken, of an error that ended its receipt; undefined for what is no refusal. */
export function reasonOf(error: unknown): RefusalReason | undefined {
  if (error instanceof Refused) return error.reason
  if (error instanceof StorageFull) return 'no-room'
  if (error instanceof ScannerUnavailable) return 'not-scanned'
  return undefined
}
