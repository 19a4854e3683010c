import type { Service } from '../../catalogue/public.ts'
import type { Sent } from '../../forms/summary.ts'

/** What was sent in, with all that its copy tells of it. */
export type Submitted = Sent & {
  readonly caseId: string
  readonly draftId: string
  /** The case's number, `2026-000123`. */
  readonly number: string
  /** 1 for what began the case, then one more for each supplement. */
  readonly sequence: number
  readonly receivedAt: Date
  /** Who sent it; undefined when it is unknown or protected. */
  readonly sender: string | undefined
  readonly loggedIn: boolean
  /** The service in the version that was answered. */
  readonly service: Service
  /** SHA-256 of the answers as canonical JSON. */
  readonly digest: Uint8Array
  readonly attachments: readonly SubmittedFile[]
}

/** An attachment; `size` in bytes. */
export type SubmittedFile = {
  readonly name: string
  readonly mediaType: string
  readonly size: number
  readonly sha256: Uint8Array
}
