import type { ColumnType } from 'kysely'

export type SamlKeyTable = {
  readonly tenant_id: string
  readonly key_id: string
  readonly use: KeyPurpose
  readonly certificate: string
  readonly private_wrapped: Buffer
  readonly used_from: Date
  readonly retires_at: ColumnType<Date | null, undefined, never>
}

/** What we sign with, and what others encrypt to. */
export type KeyPurpose = 'signing' | 'encryption'

declare module '../../../platform/database/schema.ts' {
  interface Database {
    'identity.saml_key': SamlKeyTable
  }
}
