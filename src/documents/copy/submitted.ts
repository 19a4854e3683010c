import type { Service } from '../../catalogue/public.ts'
import type { Sent } from '../../forms/summary.ts'
import type { Role } from '../../signing/public.ts'

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
  /** Who signs it, the applicant first; none where nobody does. */
  readonly signers: readonly SubmittedSigner[]
  /** Whether it is what another party than the applicant reads of it, and not all. */
  readonly isPart: boolean
}

/** Somebody who has signed, or hasn't: then `signed` is undefined. */
export type SubmittedSigner = {
  readonly role: Role
  /** Undefined where a party is protected. */
  readonly name: string | undefined
  readonly declined: boolean
  readonly signed:
    | {
        readonly at: Date
        readonly method: string
        /** Level of assurance (acr). */
        readonly level: string
        /** What the issuer calls it. */
        readonly reference: string
        /** SHA-256 of the issuer's own words. A checksum of what was signed would give away short answers that not every reader may see. */
        readonly checksum: Uint8Array
      }
    | undefined
}

/** An attachment; `size` in bytes. */
export type SubmittedFile = {
  readonly name: string
  readonly mediaType: string
  readonly size: number
  readonly sha256: Uint8Array
}
