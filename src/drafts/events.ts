declare module '../platform/events/event.ts' {
  interface EventData {
    /** Somebody began to fill in an e-service, or to supplement a case of theirs. */
    'draft.started': { readonly serviceId: string; readonly caseId?: string }
    /** The owner removed a draft. */
    'draft.deleted': Record<string, never>
    /** A person's draft is removed in a week unless it's changed; told once. The instant is ISO 8601. */
    'draft.expiring': { readonly personId: string; readonly serviceId: string; readonly expiresAt: string }
    /** A draft was removed since nobody had changed it for long. */
    'draft.expired': Record<string, never>
  }
}

export type {}
