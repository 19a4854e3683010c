import type { ColumnType, Generated } from 'kysely'
import type { Device, FailureReason } from './methods/method.ts'

export type EidTransactionTable = {
  readonly tenant_id: string
  readonly transaction_id: string
  readonly area: Area
  readonly purpose: Purpose
  readonly state: TransactionState
  readonly method: Settable<string>
  readonly device: Settable<Device>
  readonly hint: Settable<string>
  readonly failure: Settable<string>
  readonly reason: Settable<FailureReason>
  readonly browser_hash: Buffer
  readonly state_hash: Settable<Buffer>
  readonly kept_sealed: Settable<Buffer>
  readonly outcome_sealed: Settable<Buffer>
  readonly placed_at: Settable<Date>
  readonly collect_after: Settable<Date>
  readonly return_hash: Settable<Buffer>
  readonly returned_at: Settable<Date>
  readonly finish_attempts: Generated<number>
  readonly finish_after: Settable<Date>
  readonly return_to: string | null
  readonly wish: ColumnType<unknown, string | null, string | null>
  readonly created_at: Date
  readonly expires_at: Date
}

/** A column that is null until something is known. */
type Settable<Value> = ColumnType<Value | null, Value | null | undefined, Value | null>

export type StaffMemberTable = {
  readonly tenant_id: string
  readonly staff_id: string
  readonly issuer: string
  readonly subject: string
  readonly name: string
  readonly email: string | null
  readonly groups: readonly string[]
  readonly rights: readonly string[]
  readonly seen_at: Date
}

export type SessionTable = {
  readonly tenant_id: string
  readonly token_hash: Buffer
  readonly session_id: string
  readonly area: Area
  readonly person_id: string | null
  readonly staff_id: string | null
  readonly protected_identity: boolean
  readonly level_of_assurance: string
  readonly method: string
  readonly browser: string | null
  readonly identified_at: Date
  readonly refresh_sealed: Settable<Buffer>
  readonly confirmed_at: Settable<Date>
  readonly ask_after: Settable<Date>
  readonly created_at: Date
  readonly idle_ends_at: Date
  readonly ends_at: Date
  readonly ended_at: Settable<Date>
}

export type InterruptedPostTable = {
  readonly tenant_id: string
  readonly post_id: string
  readonly person_id: string | null
  readonly staff_id: string | null
  readonly sealed: Buffer
  readonly expires_at: Date
}

/** Residents and staff log in at different providers, with different cookies, to different pages. */
export type Area = 'citizen' | 'staff'

/** What somebody identifies themselves for: to log in, once more while they are logged in, only to see that it works, or to sign. */
export type Purpose = 'login' | 'again' | 'test' | 'sign'

/** A transaction with an e-ID: begun in a browser → asked for at the issuer → the person is at it → over, in one way or another. */
export type TransactionState = 'created' | 'started' | 'waiting' | 'done' | 'failed' | 'cancelled' | 'expired'

declare module '../platform/database/schema.ts' {
  interface Database {
    'identity.eid_transaction': EidTransactionTable
    'identity.staff_member': StaffMemberTable
    'identity.session': SessionTable
    'identity.interrupted_post': InterruptedPostTable
  }
}
