import type { Citizen, StaffMember } from '../platform/actor.ts'

/** Whoever has sessions here, and what is kept for them alone. */
export type Owner = Pick<Citizen | StaffMember, 'kind' | 'id'>

/** Whose session a post came in, live or over. */
export type SessionOwner = Pick<Citizen | StaffMember, 'kind' | 'id' | 'sessionId'>

/** The column that says whose a row is. */
export const ownerColumn = ({ kind }: Owner) => (kind === 'citizen' ? 'person_id' : 'staff_id')
