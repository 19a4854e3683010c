import type { ColumnType, Generated } from 'kysely'

/** Metadata alone: what the program, and nobody's eyes, needs to keep and remove drafts. */
export type DraftTable = {
  readonly tenant_id: string
  readonly draft_id: string
  readonly person_id: string | null
  readonly visitor_id: string | null
  readonly service_id: string
  readonly version_id: string
  readonly case_id: string | null
  readonly step: string
  readonly revision: Generated<number>
  readonly state: 'open' | 'sent'
  readonly created_at: Date
  readonly changed_at: Date
  readonly expires_at: Date
  readonly warned_at: ColumnType<Date | null, Date | null | undefined, Date | null>
}

export type PrivateKeyTable = { readonly tenant_id: string; readonly draft_id: string; readonly wrapped: Buffer }

export type PrivateContentTable = { readonly tenant_id: string; readonly draft_id: string; readonly sealed: Buffer }

export type PrivateFileTable = {
  readonly tenant_id: string
  readonly draft_id: string
  readonly file_id: string
  readonly sealed: Buffer
}

declare module '../platform/database/schema.ts' {
  interface Database {
    'drafts.draft': DraftTable
    'private_space.key': PrivateKeyTable
    'private_space.content': PrivateContentTable
    'private_space.file': PrivateFileTable
  }
}
