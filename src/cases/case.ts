import type { Service, StatusKind } from '../catalogue/public.ts'
import type { CaseFacts } from './policy.ts'
import './events.ts'
import './tables.ts'

/** A case as commands and queries know it. */
export type KnownCase = {
  readonly caseId: string
  /** `2026-000123` */
  readonly number: string
  readonly serviceId: string
  readonly versionId: string
  /** The service in the version that the case was made in. */
  readonly service: Service
  /** Short name of the staff group that handles the case. */
  readonly group: string
  /** Id of one of the service's statuses. */
  readonly status: string
  readonly statusKind: StatusKind
  readonly assignedTo: string | undefined
  /** The case worker's name, where the service shows it to the citizen. */
  readonly workerShown: string | undefined
  readonly anonymous: boolean
  /** Ids of the persons who are parties now; a citizen sees their own alone. */
  readonly persons: readonly string[]
  /** Of those the ones who applied. */
  readonly owners: readonly string[]
  /** Name of the applicant; undefined when it is unknown or protected. */
  readonly applicant: string | undefined
  /** A party has protected identity. */
  readonly isProtected: boolean
  /** It was sent without the signature of somebody who was to sign. */
  readonly signatureMissing: boolean
  /** What the citizen has been asked for, while the municipality waits for it. */
  readonly supplement: { readonly text: string; readonly until: string } | undefined
  readonly receivedAt: Date
  readonly changedAt: Date
  /** Raised by each change of the case itself. */
  readonly version: number
}

/** What the policy needs to know of a case. */
export const caseFacts = ({
  group,
  statusKind,
  anonymous,
  persons,
  owners,
  isProtected,
  service,
}: KnownCase): CaseFacts => ({
  group,
  statusKind,
  anonymous,
  persons,
  owners,
  isProtected,
  supplement: service.definition.supplement,
})

/** A case of a citizen. */
export const casePath = (caseId: string): string => `/mina-sidor/arenden/${caseId}`

/** A case at the case worker's. */
export const staffCasePath = (caseId: string): string => `/handlaggning/arenden/${caseId}`
