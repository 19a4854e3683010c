import type { TypedValues } from '../forms/answers.ts'
import type { OpenedAgain } from '../forms/opened-again.ts'
import type { DraftFile, Move } from './content.ts'
import type { Sure } from './passed.ts'
import './tables.ts'

/** What stands in the open about a draft. */
export type DraftFacts = {
  readonly id: string
  readonly serviceId: string
  readonly versionId: string
  /** The case that it supplements; undefined for a new application. */
  readonly caseId: string | undefined
  /** Where the owner goes on. */
  readonly step: string
  readonly changedAt: Date
  readonly expiresAt: Date
}

/** A draft that can be changed, opened by its owner. */
export type OpenDraft = DraftFacts & {
  readonly state: 'open'
  readonly revision: number
  readonly typed: TypedValues
  /** What the owner typed in a window whose session had ended, and hasn't decided on: see `Content`. */
  readonly waiting: TypedValues
  /** That it has moved to a newer version of its form; undefined when it hasn't. */
  readonly move: Move | undefined
  /** What was sent, where it supplements a case: see `OpenedAgain`. */
  readonly before: OpenedAgain | undefined
  /** Checksum of what was printed from it the last time, in a form on paper. */
  readonly printed: string | undefined
  readonly sure: Sure | undefined
}

/** Why a draft can't be changed (now): it is sealed for those who are to sign it, or has become a submission and nothing is left in it. */
export type NotOpen = 'sealed' | 'sent'

export type Draft = OpenDraft | (DraftFacts & { readonly state: NotOpen })

/** A draft as the submit transaction takes it over, its files' keys in the clear to be wrapped anew. */
export type TakenDraft =
  | { readonly state: 'sealed' }
  | { readonly state: 'sent' }
  | {
      readonly state: 'open'
      readonly versionId: string
      readonly serviceId: string
      readonly caseId: string | undefined
      readonly typed: TypedValues
      readonly before: OpenedAgain | undefined
      /** Its form has changed, and the owner hasn't been told yet. */
      readonly changedUnseen: boolean
      readonly files: readonly DraftFile[]
    }
