import type { FormDefinition } from '../definition.ts'
import type { Sent } from '../summary.ts'

/** A version of an e-service, as exports tell which one it is. */
export type ExportedVersion = {
  readonly form: FormDefinition
  /** Short name of the e-service. */
  readonly service: string
  /** Id of its version. */
  readonly version: string
  /** The e-service's name, for people. */
  readonly title: string
  /** Its submissions are signed: then the export tells by whom. */
  readonly isSigned?: boolean
}

/** One who was to sign a submission. */
export type ExportedSigner = {
  readonly role: (typeof exportedRoles)[number]
  /** Absent when it is unknown or protected. */
  readonly name?: string
  /** Absent for who hasn't signed, as `method`. */
  readonly signedAt?: Date
  /** The municipality's name for the way they signed. */
  readonly method?: string
  readonly declined: boolean
  /** What they filled in themselves. */
  readonly own?: Sent
}

/** As what people sign. */
export const exportedRoles = ['applicant', 'guardian', 'co-applicant', 'signatory'] as const

/** One submission of a case, to be exported. */
export type SentForm = ExportedVersion &
  Sent & {
    /** `2026-000123` */
    readonly caseNumber: string
    /** 1 for what opened the case. */
    readonly sequence: number
    readonly receivedAt: Date
    /** In their order, the applicant first. */
    readonly signers?: readonly ExportedSigner[]
  }
