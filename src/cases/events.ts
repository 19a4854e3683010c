import type { StatusKind } from '../catalogue/public.ts'

/** Reads of cases with a protected party are told apart, since who has read them is asked for more often and must be found at once. */
type CaseReadData = { readonly protected?: true }

declare module '../platform/events/event.ts' {
  interface EventData {
    /** A case has come in with its first submission. The subject of this and all that follow is the case's id. */
    'case.received': {
      readonly number: string
      readonly serviceId: string
      readonly versionId: string
      readonly draftId: string
      readonly group: string
      readonly sequence: number
    }
    /** A case worker has taken the case. */
    'case.taken': Record<string, never>
    /** Somebody has given the case to a case worker, or to nobody. */
    'case.assigned': { readonly to: string | null }
    'case.status-changed': { readonly status: string; readonly kind: StatusKind }
    /** The citizen is asked for something until a last day, `2027-03-03`. */
    'case.supplement-requested': { readonly until: string }
    /** What was asked for has come: as a new submission, or as a message when there is no draft. */
    'case.supplemented': { readonly status: string; readonly draftId?: string; readonly sequence?: number }
    /** A staff member has opened the case and been shown what is in it. */
    'case.read': CaseReadData
  }
}
