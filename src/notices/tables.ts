import type { ColumnType } from 'kysely'
import type { Channel, NoticeKind, NoticeState, RecipientKind } from './model.ts'

type NoticeTable = {
  readonly tenant_id: string
  readonly event_id: string
  readonly recipient_kind: RecipientKind
  readonly recipient_id: string
  readonly channel: Channel
  readonly kind: NoticeKind
  readonly subject_id: string
  readonly data: ColumnType<unknown, string, never>
  readonly state: NoticeState
  readonly attempts: ColumnType<number, number | undefined, number>
  readonly due_at: Date
  readonly created_at: Date
  readonly sent_at: Date | null
  readonly read_at: ColumnType<Date | null, null | undefined, Date>
}

declare module '../platform/database/schema.ts' {
  interface Database {
    'notices.notice': NoticeTable
  }
}
