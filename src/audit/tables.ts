import type { ColumnType } from 'kysely'

/** Rows are written once: neither the program nor its roles may change or delete them. */
type EntryTable = {
  readonly tenant_id: string
  readonly entry_id: string
  readonly at: Date
  readonly actor_kind: string
  readonly actor_id: string | null
  readonly on_behalf_of: string | null
  readonly action: string
  readonly subject: string
  readonly request_id: string
  readonly data: ColumnType<unknown, string, never>
}

declare module '../platform/database/schema.ts' {
  interface Database {
    'audit.entry': EntryTable
  }
}
