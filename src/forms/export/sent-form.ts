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
}

/** One submission of a case, to be exported. */
export type SentForm = ExportedVersion &
  Sent & {
    /** `2026-000123` */
    readonly caseNumber: string
    /** 1 for what opened the case. */
    readonly sequence: number
    readonly receivedAt: Date
  }
