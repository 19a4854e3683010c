import type { ColumnType } from 'kysely'

export type OrganisationTable = {
  readonly tenant_id: string
  readonly organisation_id: string
  readonly person_id: string
  readonly number_hmac: Buffer | null
  readonly number_sealed: Buffer | null
  readonly name: string
  readonly legal_form: string | null
  readonly address: ColumnType<unknown, string | null, string | null>
  readonly role: string | null
  readonly email: string | null
  readonly phone: string | null
  readonly verification: 'self-declared' | 'register-confirmed' | 'mandate'
  readonly checked_at: Date | null
  readonly created_at: Date
}

export type LookUpTable = {
  readonly tenant_id: string
  readonly look_up_id: string
  readonly person_id: string | null
  readonly visitor_id: string | null
  readonly number_hmac: Buffer
  readonly sealed: Buffer
  /** Whether the register was asked. */
  readonly asked: boolean
  readonly asked_at: Date
  readonly expires_at: Date
}

export type RegisterTurnTable = {
  readonly register: 'company-register'
  readonly all_free_at: Date
}

declare module '../platform/database/schema.ts' {
  interface Database {
    'organisations.organisation': OrganisationTable
    'organisations.look_up': LookUpTable
    'organisations.register_turn': RegisterTurnTable
  }
}
