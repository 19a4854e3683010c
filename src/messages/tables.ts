import type { ColumnType } from 'kysely'

/** Messages and their attachments are never changed once written. */
type MessageTable = {
  readonly tenant_id: string
  readonly case_id: string
  readonly message_id: string
  readonly sender: 'citizen' | 'staff'
  readonly person_id: string | null
  readonly staff_id: string | null
  readonly on_behalf_of: ColumnType<string | null, string | null | undefined, never>
  readonly sender_name: string | null
  readonly text: string
  readonly sent_at: Date
}

type AttachmentTable = {
  readonly tenant_id: string
  readonly case_id: string
  readonly message_id: string
  readonly file_id: string
  readonly name: string
  readonly media_type: string
  /** Bytes. */
  readonly size: number
  readonly sha256: Buffer
  readonly wrapped_key: Buffer
}

type ReadMarkTable = {
  readonly tenant_id: string
  readonly case_id: string
  readonly reader_id: string
  readonly read_until: Date
}

declare module '../platform/database/schema.ts' {
  interface Database {
    'messages.message': MessageTable
    'messages.attachment': AttachmentTable
    'messages.read_mark': ReadMarkTable
  }
}
