import { sha256 } from './cryptography/sealing.ts'

/** Rights of staff members besides those that groups give; `protected`: to see the cases of people with protected identity. */
export const staffRights = ['administrate', 'protected'] as const

export type StaffRight = (typeof staffRights)[number]

/** A person logged in by e-legitimation. With `protectedIdentity` nothing personal is known beyond the identity. */
export type Citizen = {
  readonly kind: 'citizen'
  readonly id: string
  readonly sessionId: string
  readonly protectedIdentity: boolean
}

/** Somebody logged in by the municipality's own identity provider; `groups` are the municipality's short names for them. */
export type StaffMember = {
  readonly kind: 'staff'
  readonly id: string
  readonly sessionId: string
  readonly name: string
  readonly groups: readonly string[]
  readonly rights: readonly StaffRight[]
}

/** Somebody not logged in; `id` is the hash of their cookie when they have a draft. */
export type Visitor = { readonly kind: 'visitor'; readonly id: string | undefined }

/** The program itself: jobs, and what must happen before it is known who asks. */
export type System = { readonly kind: 'system' }

/** Who acts. Decides the database's role, and is written in every event and audit row. */
export type Actor = Citizen | StaffMember | Visitor | System

/** The id of a visitor, as rows hold it, from the secret in their cookie. */
export const visitorIdOf = (secret: string): string => sha256(secret).toString('hex')

export const system: System = { kind: 'system' }
export const anonymous: Visitor = { kind: 'visitor', id: undefined }
