export type SubmissionCopyTable = {
  readonly tenant_id: string
  readonly draft_id: string
  readonly case_id: string
  readonly file_id: string
  /** Of the PDF in the clear. */
  readonly sha256: Buffer
  /** The file's own key, wrapped by the municipality's. */
  readonly wrapped_key: Buffer
  readonly created_at: Date
}

export type PrintedFormTable = {
  readonly tenant_id: string
  readonly code: string
  readonly version_id: string
  readonly language: string
  readonly digest: Buffer
  readonly pages: number
  readonly printed_at: Date
}

declare module '../platform/database/schema.ts' {
  interface Database {
    'documents.submission_copy': SubmissionCopyTable
    'documents.printed_form': PrintedFormTable
  }
}
