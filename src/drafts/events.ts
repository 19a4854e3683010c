declare module '../platform/events/event.ts' {
  interface EventData {
    /** Somebody began to fill in an e-service, or to supplement a case of theirs. */
    'draft.started': { readonly serviceId: string; readonly caseId?: string }
    /** The owner removed a draft. */
    'draft.deleted': Record<string, never>
    /** A person's draft is removed in a week unless it's changed; told once. The instant is ISO 8601. */
    'draft.expiring': { readonly personId: string; readonly serviceId: string; readonly expiresAt: string }
    /** The e-service of a person's draft closes: `closesAt` (ISO 8601) is the last second in which it can be sent. Told 7 days and 1 day before. */
    'draft.closing': { readonly personId: string; readonly serviceId: string; readonly closesAt: string }
    /** The owner opened a draft whose version had been superseded, and it moved to a newer one. */
    'draft.moved': { readonly from: string; readonly to: string }
    /** The owner sealed a draft for those who are to sign it; `round` counts how often, from 1. */
    'draft.sealed': { readonly round: number }
    /** The owner opened a sealed draft again, to change or keep it; what had been signed is gone. */
    'draft.reopened': Record<string, never>
    /** A draft was removed since nobody had changed it for long. */
    'draft.expired': Record<string, never>
  }
}

export type {}
