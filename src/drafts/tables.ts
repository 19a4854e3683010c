import type { ColumnType, Generated } from 'kysely'

/** Metadata alone: what the program, and nobody's eyes, needs to keep and remove drafts. */
export type DraftTable = {
  readonly tenant_id: string
  readonly draft_id: string
  readonly person_id: string | null
  readonly visitor_id: string | null
  readonly service_id: string
  readonly version_id: string
  readonly kind: Generated<'electronic' | 'paper-form'>
  readonly case_id: string | null
  readonly step: string
  readonly revision: Generated<number>
  readonly state: 'open' | 'sealed' | 'sent'
  /** How often it has been sealed. */
  readonly round: Generated<number>
  readonly created_at: Date
  readonly changed_at: Date
  readonly expires_at: Date
  readonly warned_at: ColumnType<Date | null, Date | null | undefined, Date | null>
  /** When the latest reminder that its service closes was due. */
  readonly closing_told: ColumnType<Date | null, never, Date>
}

export type PrivateKeyTable = { readonly tenant_id: string; readonly draft_id: string; readonly wrapped: Buffer }

export type PrivateContentTable = { readonly tenant_id: string; readonly draft_id: string; readonly sealed: Buffer }

export type PrivateFileTable = {
  readonly tenant_id: string
  readonly draft_id: string
  readonly file_id: string
  readonly sealed: Buffer
}

/** Who reads a sealed draft though it isn't theirs. */
export type AccessTable = {
  readonly tenant_id: string
  readonly draft_id: string
  readonly person_id: string
  readonly purpose: 'sign'
  readonly since: Date
}

export type SealedCopyTable = {
  readonly tenant_id: string
  readonly draft_id: string
  readonly round: number
  readonly sealed: Buffer
  readonly sealed_at: Date
}

export type SignatureTable = {
  readonly tenant_id: string
  readonly draft_id: string
  readonly party_id: string
  readonly round: number
  readonly sealed: Buffer
  readonly signed_at: Date
}

export type PartyAnswersTable = {
  readonly tenant_id: string
  readonly draft_id: string
  readonly party_id: string
  readonly person_id: string
  readonly sealed: Buffer
}

export type PrivateUploadTable = {
  readonly tenant_id: string
  readonly draft_id: string
  readonly upload_id: string
  /** Bytes in all. */
  readonly length: number
  readonly received: Generated<number>
  readonly state: Generated<'receiving' | 'finishing' | 'done'>
  readonly sealed: Buffer
  readonly created_at: Date
}

export type PrivateUploadPartTable = {
  readonly tenant_id: string
  readonly draft_id: string
  readonly upload_id: string
  readonly starts_at: number
  readonly blob: string
  readonly sealed: Buffer
}

declare module '../platform/database/schema.ts' {
  interface Database {
    'drafts.draft': DraftTable
    'drafts.access': AccessTable
    'private_space.key': PrivateKeyTable
    'private_space.content': PrivateContentTable
    'private_space.file': PrivateFileTable
    'private_space.sealed_copy': SealedCopyTable
    'private_space.signature': SignatureTable
    'private_space.party_answers': PartyAnswersTable
    'private_space.upload': PrivateUploadTable
    'private_space.upload_part': PrivateUploadPartTable
  }
}
