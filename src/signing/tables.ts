import type { ColumnType, Generated } from 'kysely'
import type { PartyState, RequestState, Role } from './model.ts'

export type RequestTable = {
  readonly tenant_id: string
  readonly draft_id: string
  readonly owner_id: string
  readonly service_id: string
  readonly version_id: string
  readonly round: number
  readonly state: RequestState
  readonly in_order: boolean
  readonly may_miss: boolean
  readonly opened_at: Date
  readonly due_at: Date
  readonly overdue_told_at: ColumnType<Date | null, Date | null | undefined, Date | null>
}

export type PartyTable = {
  readonly tenant_id: string
  readonly draft_id: string
  readonly party_id: string
  readonly position: number
  readonly role: Role
  readonly match_hmac: Buffer | null
  readonly person_id: string | null
  /** Null of who has become protected. */
  readonly known_sealed: Buffer | null
  readonly contact_sealed: Buffer | null
  readonly state: PartyState
  readonly invited_at: Date | null
  readonly read_at: Date | null
  readonly signed_at: Date | null
  readonly method: string | null
  readonly declined_at: Date | null
  readonly reason_sealed: Buffer | null
  /** How many of the calendar's reminders have been sent. */
  readonly reminders: Generated<number>
  readonly reminded_at: Date | null
  readonly told_at: ColumnType<Date | null, Date | null | undefined, Date | null>
}

export type ToldTable = {
  readonly tenant_id: string
  readonly told_id: string
  readonly owner_id: string
  readonly match_hmac: Buffer
  readonly at: Date
}

declare module '../platform/database/schema.ts' {
  interface Database {
    'signing.request': RequestTable
    'signing.party': PartyTable
    'signing.told': ToldTable
  }
}
