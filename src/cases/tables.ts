import type { ColumnType } from 'kysely'
import type { StatusKind } from '../catalogue/public.ts'
import type { Role } from '../signing/public.ts'

/** A column that is null unless a row says otherwise. */
type Absent<Value> = ColumnType<Value | null, Value | null | undefined, Value | null>

export type CaseTable = {
  readonly tenant_id: string
  readonly case_id: string
  readonly number: string
  readonly service_id: string
  readonly version_id: string
  readonly group_name: string
  readonly status: string
  readonly status_kind: StatusKind
  readonly assigned_to: Absent<string>
  readonly worker_shown: Absent<string>
  readonly anonymous: boolean
  readonly applicant: string | null
  readonly protected: ColumnType<boolean, boolean | undefined, boolean>
  readonly supplement_text: Absent<string>
  /** `2027-03-03` */
  readonly supplement_until: Absent<string>
  readonly received_at: Date
  readonly changed_at: Date
  readonly latest_event: string
  readonly version: ColumnType<number, number | undefined, number>
  readonly signature_missing: ColumnType<boolean, boolean | undefined, boolean>
}

export type CasePartyTable = {
  readonly tenant_id: string
  readonly case_id: string
  readonly party_id: string
  readonly kind: 'person' | 'organisation' | 'visitor'
  readonly role: 'owner' | 'co-applicant' | 'signer' | 'representative'
  readonly person_id: string | null
  readonly visitor_id: string | null
  readonly since: Date
  readonly until: Absent<Date>
}

/** Never changed once written. */
export type SubmissionTable = {
  readonly tenant_id: string
  readonly draft_id: string
  readonly case_id: string
  readonly sequence: number
  readonly version_id: string
  readonly schema_version: number
  readonly answers: ColumnType<unknown, string, never>
  readonly asked: readonly string[] | null
  /** What the form's rules saw. */
  readonly seen: ColumnType<unknown, string | null, never>
  readonly digest: Buffer
  readonly source: 'citizen' | 'staff' | 'paper' | 'import'
  readonly actor_kind: string
  readonly actor_id: string | null
  readonly on_behalf_of: Absent<string>
  readonly received_at: Date
}

export type AttachmentTable = {
  readonly tenant_id: string
  readonly case_id: string
  readonly draft_id: string
  readonly file_id: string
  readonly question_id: string
  readonly name: string
  readonly media_type: string
  /** Bytes. */
  readonly size: number
  readonly sha256: Buffer
  readonly wrapped_key: Buffer
  readonly hidden_from_parties: ColumnType<boolean, boolean | undefined, never>
}

/** What a party other than the applicant sees of a submission. Never changed once written. */
export type SharedSubmissionTable = {
  readonly tenant_id: string
  readonly draft_id: string
  readonly case_id: string
  readonly sequence: number
  readonly version_id: string
  readonly received_at: Date
  readonly answers: ColumnType<unknown, string, never>
  readonly asked: readonly string[]
}

/** Who has signed a submission, or hasn't: then all from `signed_at` on is null. A citizen reads no further than `method`, and `declined`. */
export type SignerTable = {
  readonly tenant_id: string
  readonly case_id: string
  readonly draft_id: string
  readonly party_id: string
  readonly position: number
  readonly role: Role
  readonly person_id: string | null
  readonly name: string | null
  readonly named_as: Absent<string>
  readonly signed_at: Date | null
  readonly method: string | null
  readonly declined: boolean
  readonly level: string | null
  readonly visible: string | null
  readonly format: string | null
  readonly manifest: string | null
  readonly evidence: ColumnType<unknown, string | null, never>
  readonly trusted: string | null
}

/** Never changed once written. */
export type PartyAnswersTable = {
  readonly tenant_id: string
  readonly case_id: string
  readonly draft_id: string
  readonly party_id: string
  readonly person_id: string
  readonly answers: ColumnType<unknown, string, never>
  readonly asked: readonly string[]
}

/** Never changed once written. */
export type EventTable = {
  readonly tenant_id: string
  readonly case_id: string
  readonly event_id: string
  readonly type: string
  readonly at: Date
  readonly actor_kind: string
  readonly actor_id: string | null
  readonly on_behalf_of: Absent<string>
  readonly for_citizen: boolean
  readonly data: ColumnType<unknown, string, never>
}

export type NumberSeriesTable = {
  readonly tenant_id: string
  readonly series: string
  readonly year: number
  readonly last: number
}

export type ReceiptTable = {
  readonly tenant_id: string
  readonly reference_hash: Buffer
  readonly case_id: string
  readonly expires_at: Date
}

declare module '../platform/database/schema.ts' {
  interface Database {
    'cases.case': CaseTable
    'cases.case_party': CasePartyTable
    'cases.submission': SubmissionTable
    'cases.attachment': AttachmentTable
    'cases.shared_submission': SharedSubmissionTable
    'cases.signer': SignerTable
    'cases.party_answers': PartyAnswersTable
    'cases.event': EventTable
    'cases.number_series': NumberSeriesTable
    'cases.receipt': ReceiptTable
  }
}
