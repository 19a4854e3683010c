import type { ColumnType } from 'kysely'

export type LoginTable = {
  readonly tenant_id: string
  readonly login_id: string
  readonly area: Area
  readonly state: LoginState
  readonly browser_hash: Buffer
  readonly state_hash: ColumnType<Buffer | null, Buffer | null | undefined, Buffer | null>
  readonly secrets_sealed: ColumnType<Buffer | null, Buffer | null | undefined, Buffer | null>
  readonly return_to: string | null
  readonly wish: ColumnType<unknown, string | null, string | null>
  readonly created_at: Date
  readonly expires_at: Date
}

export type StaffMemberTable = {
  readonly tenant_id: string
  readonly staff_id: string
  readonly issuer: string
  readonly subject: string
  readonly name: string
  readonly email: string | null
  readonly groups: readonly string[]
  readonly rights: readonly string[]
  readonly seen_at: Date
}

export type SessionTable = {
  readonly tenant_id: string
  readonly token_hash: Buffer
  readonly session_id: string
  readonly area: Area
  readonly person_id: string | null
  readonly staff_id: string | null
  readonly protected_identity: boolean
  readonly level_of_assurance: string
  readonly created_at: Date
  readonly idle_ends_at: Date
  readonly ends_at: Date
  readonly ended_at: ColumnType<Date | null, Date | null | undefined, Date | null>
}

export type InterruptedPostTable = {
  readonly tenant_id: string
  readonly post_id: string
  readonly person_id: string
  readonly sealed: Buffer
  readonly expires_at: Date
}

/** Residents and staff log in at different providers, with different cookies, to different pages. */
export type Area = 'citizen' | 'staff'

/** A login on its way: made by us → sent to the provider → done, or over in another way. */
export type LoginState = 'created' | 'started' | 'done' | 'failed' | 'cancelled'

declare module '../platform/database/schema.ts' {
  interface Database {
    'identity.login': LoginTable
    'identity.staff_member': StaffMemberTable
    'identity.session': SessionTable
    'identity.interrupted_post': InterruptedPostTable
  }
}
