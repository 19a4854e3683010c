import type { ColumnType } from 'kysely'
import type { Persistence } from './identification.ts'
import type { FactSource } from './person.ts'

export type PersonTable = {
  readonly tenant_id: string
  readonly person_id: string
  readonly given_name: string | null
  readonly surname: string | null
  readonly address: ColumnType<unknown, string | null, string | null>
  readonly fetched_at: Date | null
  readonly facts_from: FactSource | null
  /** `YYYY-MM-DD` */
  readonly birth_date: string | null
  readonly municipality_code: string | null
  readonly protected_identity: boolean
  /** The register could not be asked at the latest login. */
  readonly unchecked: ColumnType<boolean, boolean | undefined, boolean>
  readonly kept_apart: ColumnType<boolean, boolean | undefined, boolean>
  readonly email: string | null
  readonly phone: string | null
  readonly language: string | null
  readonly notices_by_email: ColumnType<boolean, boolean | undefined, boolean>
  readonly notices_by_sms: ColumnType<boolean, boolean | undefined, boolean>
  readonly created_at: Date
}

export type IdentityTable = {
  readonly tenant_id: string
  readonly scheme: IdentityScheme
  readonly number_hmac: Buffer
  readonly number_sealed: Buffer
  readonly person_id: string
  readonly linked_at: Date
  readonly is_current: boolean
  readonly persistence: Persistence | null
}

/** Swedish personal or coordination number; the provisional id, or the other country's own identifier, of somebody with an e-ID of another country. */
export type IdentityScheme = 'swedish-number' | 'prid' | 'eidas'

declare module '../platform/database/schema.ts' {
  interface Database {
    'people.person': PersonTable
    'people.identity': IdentityTable
  }
}
