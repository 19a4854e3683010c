import type { Readable } from 'node:stream'

/** A file on its way in: what the browser says of it, and its bytes. */
export type IncomingFile = {
  /** Name of the form's field. */
  readonly field: string
  readonly name: string
  readonly bytes: Readable
}

/** A file that came in: looked at, stored, encrypted, under a key of its own, and not yet anybody's; or refused, with the bytes thrown away. */
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
      /** `clean`: a scanner found no virus. `unchecked`: there is none. `own`: made by the program. */
      readonly scan: 'clean' | 'unchecked' | 'own'
      /** The blob of the picture made small; undefined for what isn't shown small. */
      readonly thumbnail: string | undefined
      /** Of the same pictures, how many there are across and down as it stands upright. */
      readonly pixels?: { readonly width: number; readonly height: number } | undefined
    }
  | { readonly stored: false; readonly reason: RefusedFor }
)

/**
 * Why a file was refused. `unreadable`: a picture that is broken or cut off. `too-many-pixels`: one that would unfold without end.
 * `not-scanned`: the virus scanner doesn't answer. `no-room`: the installation's storage is full. `quota`: the person's share of it is.
 */
type RefusedFor =
  | 'too-large'
  | 'empty'
  | 'unknown-type'
  | 'wrong-type'
  | 'unreadable'
  | 'too-many-pixels'
  | 'infected'
  | 'not-scanned'
  | 'no-room'
  | 'quota'

export type ReceiveFile = (file: IncomingFile) => Promise<ReceivedFile>
