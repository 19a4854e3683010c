import type { ColumnType, Generated } from 'kysely'

type CategoryTable = {
  readonly tenant_id: string
  readonly name: string
  readonly title: ColumnType<unknown, string, string>
}

type ServiceTable = {
  readonly tenant_id: string
  readonly service_id: string
  readonly short_name: string
  readonly kind: string
  readonly category: string
  readonly listing: ColumnType<unknown, string, string>
  readonly search_title: string
  readonly search_text: string
  readonly current_version_id: string | null
  readonly submissions: Generated<number>
  readonly closed_since: ColumnType<Date | null, never, Date | null>
  readonly closed_until: ColumnType<Date | null, never, Date | null>
}

type ServiceVersionTable = {
  readonly tenant_id: string
  readonly version_id: string
  readonly service_id: string
  readonly number: number
  readonly kind: ColumnType<string, never, never>
  readonly schema_version: number
  readonly definition: ColumnType<unknown, string, never>
  readonly digest: Buffer
  readonly published_at: Date
  readonly drafts: ColumnType<'finish' | 'move', 'finish' | 'move', never>
}

type OwnFileTable = {
  readonly tenant_id: string
  /** Begins with the file's checksum and ends with its name. */
  readonly address: string
  readonly name: string
  readonly sha256: Buffer
  readonly media_type: string
  /** Bytes. */
  readonly size: number
  readonly file_id: string
  readonly wrapped_key: Buffer
}

declare module '../platform/database/schema.ts' {
  interface Database {
    'catalogue.category': CategoryTable
    'catalogue.service': ServiceTable
    'catalogue.service_version': ServiceVersionTable
    'catalogue.own_file': OwnFileTable
  }
}
