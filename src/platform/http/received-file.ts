import type { Readable } from 'node:stream'

/** A file on its way in: what the browser says of it, and its bytes. */
export type IncomingFile = {
  /** Name of the form's field. */
  readonly field: string
  readonly name: string
  readonly bytes: Readable
}

/** A file that came in: stored, encrypted, under a key of its own, and not yet anybody's; or refused, with the bytes thrown away. */
export type ReceivedFile = {
  readonly field: string
  readonly name: string
} & (
  | {
      readonly stored: true
      readonly fileId: string
      readonly blob: string
      /** The file's own key, in the clear: whoever takes the file wraps it. */
      readonly key: Uint8Array
      readonly size: number
      readonly sha256: Uint8Array
      /** As its first bytes say, never its name. */
      readonly mediaType: string
    }
  | { readonly stored: false; readonly reason: 'too-large' | 'empty' | 'unknown-type' | 'wrong-type' }
)

export type ReceiveFile = (file: IncomingFile) => Promise<ReceivedFile>
