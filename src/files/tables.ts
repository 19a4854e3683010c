export type FileTable = {
  readonly tenant_id: string
  readonly file_id: string
  readonly blob: string
  /** Bytes of the plain text. */
  readonly size: number
  readonly scan: 'clean' | 'unchecked' | 'own'
  /** Blob of the picture made small. */
  readonly thumbnail: string | null
  readonly created_at: Date
}

declare module '../platform/database/schema.ts' {
  interface Database {
    'files.file': FileTable
  }
}
